"""Measuring splitters on gold pages, and writing what was measured as tables."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from typing import Any

from cppcc_reader.core.evaluation.splitting_report import PageFigures, SplittingReport, page_figures, summarise
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.segmentation.splitter import SplitterModel, split_page
from cppcc_reader.services import baselines

Splitter = Callable[[str], AnnotationSet]

_COLUMNS: tuple[tuple[str, str], ...] = (
    ("exact", "整篇全对"),
    ("ordered", "且顺序对"),
    ("b_cubed", "B³ F1"),
    ("adjusted_rand", "ARI"),
    ("operations", "改正操作/版"),
    ("pk", "Pk"),
    ("window_diff", "WindowDiff"),
    ("boundary_similarity", "边界相似"),
    ("coarse_roles", "粗角色"),
    ("exact_roles", "非正文角色"),
    ("joins", "接排 F1"),
    ("sure_right", "≥0.95 正确率"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The figures of one system on one set of pages.

    Attributes:
        seconds: time spent splitting, without reading and comparing; 0 for predictions read from a file.
    """

    pages: str
    system: str
    report: SplittingReport
    seconds: float = 0.0
    characters: int = 0

    def to_json(self) -> dict[str, Any]:
        """Return the figures for machines."""
        return {
            "set": self.pages,
            "system": self.system,
            **asdict(self.report),
            "seconds": round(self.seconds, 4),
            "characters": self.characters,
        }


def measure(name: str, records: Sequence[PageRecord], system: str, splitter: Splitter) -> Measured:
    """Split the texts of gold pages and compare."""
    figures: list[PageFigures] = []
    seconds = 0.0
    for record in records:
        begun = time.perf_counter()
        predicted = splitter(record.page.text)
        seconds += time.perf_counter() - begun
        figures.append(page_figures(record.page.text, record.annotations, predicted, record.ambiguous))
    return Measured(
        pages=name,
        system=system,
        report=summarise(figures),
        seconds=seconds,
        characters=sum(len(record.page.text) for record in records),
    )


def compare(name: str, records: Sequence[PageRecord], predictions: Iterable[PageRecord]) -> Measured:
    """Compare predictions read from a file with the gold pages of the same texts.

    Raises:
        ValueError: naming the first gold page without a prediction.
    """
    by_text = {record.page.text: record.annotations for record in predictions}
    figures = []
    for record in records:
        predicted = by_text.get(record.page.text)
        if predicted is None:
            raise ValueError(f"没有这个版面的预测：{record.page.source.name}（{record.page.id}）")
        figures.append(page_figures(record.page.text, record.annotations, predicted, record.ambiguous))
    return Measured(pages=name, system="预测文件", report=summarise(figures))


def splitters(model: SplitterModel | None, *, with_baselines: bool) -> dict[str, Splitter]:
    """Return the systems to measure by name; TextTiling only where nltk is installed."""
    found: dict[str, Splitter] = {}
    if model is not None:
        found["本程序"] = lambda text: split_page(text, model)
    if model is None or with_baselines:
        found["本程序，只用规则"] = split_page
    if with_baselines:
        found["按空行切"] = baselines.blank_lines
        found["几条规则"] = baselines.few_rules
        if find_spec("nltk") is not None:
            found["TextTiling"] = baselines.text_tiling
    return found


def as_table(measured: Sequence[Measured]) -> str:
    """Return the figures as aligned text for a terminal."""
    rows = [["版面", "方法", "版数", "篇数", *(title for _key, title in _COLUMNS)]]
    rows += [[m.pages, m.system, str(m.report.pages), str(m.report.articles), *_cells(m.report)] for m in measured]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def as_markdown(measured: Sequence[Measured]) -> str:
    """Return the figures as a Markdown table for the README."""
    titles = ["版面", "方法", "版数", *(title for _key, title in _COLUMNS)]
    lines = [_row(titles), _row(["---"] * 2 + ["--:"] * (len(titles) - 2))]
    lines += [_row([m.pages, m.system, str(m.report.pages), *_cells(m.report)]) for m in measured]
    return "\n".join(lines)


def _cells(report: SplittingReport) -> list[str]:
    values: Mapping[str, float] = asdict(report)
    return [f"{values[key]:.2f}" if key == "operations" else f"{values[key]:.3f}" for key, _title in _COLUMNS]


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _width(text: str) -> int:
    """Return the columns that a text takes in a terminal: Chinese characters take two."""
    return sum(2 if ord(char) > 0x2E7F else 1 for char in text)
