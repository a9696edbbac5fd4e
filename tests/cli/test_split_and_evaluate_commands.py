"""``cppcc-reader split`` writes page records; ``evaluate`` reads them back as gold and as predictions."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from types import ModuleType

import pytest

from cppcc_reader.cli import evaluate, split
from cppcc_reader.formats.record_file import read_records

_PAGE = "\n\n".join(
    [
        "青石县政协调研果园灌溉",
        "本报讯（记者 林一舟）6月3日，青石县政协组织委员到柳湾乡调研果园灌溉情况，大家认为要把老渠的维修",
        "经费列入年度预算。",
        "责编：钱小满 校对：孙大可",
    ]
)


def _run(command: ModuleType, *arguments: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers())
    args = parser.parse_args([command.__name__.rsplit(".", 1)[1], *arguments])
    return int(command.run(args))


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "一版.txt"
    path.write_text(_PAGE, encoding="utf-8")
    return path


def test_split_to_the_screen(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(split, str(page), "--no-entities") == 0
    record = json.loads(capsys.readouterr().out)
    assert record["text"] == _PAGE
    assert [len(article["segments"]) for article in record["articles"]] == [4]


@pytest.mark.parametrize("name", ["out.pages.jsonl", "out.pages.jsonl.gz"])
def test_split_to_a_file_and_measure_it(
    page: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / name
    assert _run(split, str(page), "--no-entities", "-o", str(out)) == 0
    assert _run(split, str(out), "--no-entities", "-o", str(tmp_path / "again.jsonl")) == 0
    assert list(read_records(tmp_path / "again.jsonl")) == list(read_records(out))
    capsys.readouterr()
    assert _run(evaluate, "--gold", str(out), "--pred", str(out), "--json") == 0
    (figures,) = json.loads(capsys.readouterr().out)["splitting"]
    assert (figures["exact"], figures["joins"], figures["operations"]) == (1.0, 1.0, 0.0)


def test_a_refused_file_is_named_and_the_rest_is_split(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "空.txt"
    empty.write_bytes(b"")
    assert _run(split, str(empty), str(page), "--no-entities") == 1
    captured = capsys.readouterr()
    assert "空.txt" in captured.err
    assert len(captured.out.splitlines()) == 1


def test_markdown_for_the_readme(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "gold.jsonl"
    _run(split, str(page), "--no-entities", "-o", str(out))
    capsys.readouterr()
    assert _run(evaluate, "--gold", str(out), "--rules", "--markdown") == 0
    assert capsys.readouterr().out.startswith("| 版面 | 方法 |")
