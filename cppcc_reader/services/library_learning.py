"""What a library's finished pages teach its suggestions: names tagged again and again, and labels of its own."""

from __future__ import annotations

import base64
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.reading_text import reading_text
from cppcc_reader.core.tagging.candidate import LABELS
from cppcc_reader.core.tagging.custom_rules import LabelRule
from cppcc_reader.core.tagging.learned_model import LearnedModel, character_features, label_sequence, spans_of
from cppcc_reader.storage.library import Library

SETTING = "learned"
TAUGHT_BY = frozenset({PageState.FINISHED, PageState.GOLD})
LEAST_TIMES = 2
"""A name is learned when people tagged it so on at least so many pages, and never otherwise."""
LEAST_MENTIONS = 20
"""A label of one's own is learned from at least so many mentions."""
_FOLDS = 5
_ITERATIONS = 60
_NAME_CONFIDENCE = 0.93

Progress = Callable[[int, int], object]
Cancelled = Callable[[], bool]
Sequences = list[tuple[list[list[str]], list[str]]]


class LearningCancelledError(Exception):
    """Learning was stopped; nothing was kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What was learned.

    Attributes:
        pages: finished and gold pages that were read.
        names: for each label the names that people tagged consistently.
        labels: labels of the library's own that the model finds.
        weights: the model for them, empty where there is none.
        f1: strict F1 of the model in cross-validation by page; None where there is no model or one page only.
    """

    pages: int
    names: dict[str, tuple[str, ...]]
    labels: tuple[str, ...] = ()
    weights: bytes = b""
    f1: float | None = None

    def rules(self) -> tuple[LabelRule, ...]:
        """Return the learned names as rules."""
        return tuple(
            LabelRule(label=label, words=words, confidence=_NAME_CONFIDENCE) for label, words in self.names.items()
        )

    def model(self) -> LearnedModel | None:
        """Return the model for labels of one's own, or None."""
        return LearnedModel(self.weights) if self.weights else None


def learn(
    library: Library,
    *,
    progress: Progress = lambda _done, _total: None,
    cancelled: Cancelled = lambda: False,
) -> Learned:
    """Learn from the finished and gold pages; the same pages teach the same.

    Raises:
        LearningCancelledError: if ``cancelled`` said so between two steps.
    """
    ids = [page.id for page in library.pages.summaries() if page.state in TAUGHT_BY]
    records = [library.pages.record(page_id) for page_id in ids]
    own = _own_labels(records)
    by_page = [list(_sequences(record, own)) for record in records] if own else []
    steps = 1 + (min(_FOLDS, len(by_page)) if own and len(by_page) > 1 else 0)
    scores: list[tuple[int, int, int]] = []
    for done in range(steps - 1):
        _stop_if(cancelled)
        progress(done, steps)
        scores.append(_fold_score(by_page, done, steps - 1))
    _stop_if(cancelled)
    progress(steps - 1, steps)
    weights = _trained([one for page in by_page for one in page]) if own else b""
    progress(steps, steps)
    return Learned(pages=len(records), names=_names(records), labels=own, weights=weights, f1=_f1(scores))


def keep_learned(library: Library, learned: Learned) -> None:
    """Let the library's suggestions use what was learned."""
    library.settings.set(
        SETTING,
        {
            "pages": learned.pages,
            "names": {label: list(words) for label, words in learned.names.items()},
            "labels": list(learned.labels),
            "weights": base64.b64encode(learned.weights).decode("ascii"),
            "f1": learned.f1,
        },
    )


def learned_of(library: Library) -> Learned | None:
    """Return what the library has learned, or None."""
    stored = library.settings.get(SETTING)
    if not stored:
        return None
    return Learned(
        pages=int(stored["pages"]),
        names={label: tuple(words) for label, words in stored["names"].items()},
        labels=tuple(stored["labels"]),
        weights=base64.b64decode(stored["weights"]),
        f1=stored["f1"],
    )


def forget_learned(library: Library) -> None:
    """Go back to the shipped suggestions."""
    library.settings.remove(SETTING)


def _stop_if(cancelled: Cancelled) -> None:
    if cancelled():
        raise LearningCancelledError


def _settled(record: PageRecord) -> list[Mention]:
    return [mention for mention in record.annotations.mentions if mention.origin is not Origin.SUGGESTED]


def _own_labels(records: Iterable[PageRecord]) -> tuple[str, ...]:
    counts = Counter(mention.label for record in records for mention in _settled(record))
    return tuple(sorted(label for label, n in counts.items() if label not in LABELS and n >= LEAST_MENTIONS))


def _names(records: Iterable[PageRecord]) -> dict[str, tuple[str, ...]]:
    """Return names of one label alone, tagged on several pages and rejected on none."""
    pages: defaultdict[tuple[str, str], int] = defaultdict(int)
    rejected: set[tuple[str, str]] = set()
    for record in records:
        text = record.page.text
        for pair in {(mention.label, mention.quote(text)) for mention in _settled(record)}:
            pages[pair] += 1
        rejected |= record.annotations.rejected
    labels_of: defaultdict[str, set[str]] = defaultdict(set)
    for label, quote in pages:
        labels_of[quote].add(label)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for (label, quote), times in sorted(pages.items()):
        alone = len(labels_of[quote]) == 1 and (label, quote) not in rejected
        if alone and times >= LEAST_TIMES and len(quote) > 1:
            found[label].append(quote)
    return {label: tuple(words) for label, words in found.items()}


def _sequences(record: PageRecord, labels: Sequence[str]) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Yield features and BIO labels of every paragraph of a page's articles."""
    wanted = [mention for mention in _settled(record) if mention.label in labels]
    for article in record.annotations.articles:
        reading = reading_text(record.page.text, article)
        places = [(reading.range_of(mention.fragments), mention.label) for mention in wanted]
        spans = sorted((span.start, span.end, label) for span, label in places if span is not None)
        offset = 0
        for line in reading.text.split("\n"):
            inside = [
                (s - offset, e - offset, label) for s, e, label in spans if offset <= s and e <= offset + len(line)
            ]
            if line:
                yield character_features(line), label_sequence(len(line), inside)
            offset += len(line) + 1


def _trained(sequences: Sequences) -> bytes:
    trainer = pycrfsuite.Trainer(verbose=False)
    for features, labels in sequences:
        trainer.append(features, labels)
    trainer.set_params({"c1": 0.1, "c2": 0.05, "max_iterations": _ITERATIONS, "feature.possible_transitions": True})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "learned.crfsuite"
        trainer.train(str(path))
        return path.read_bytes()


def _fold_score(by_page: Sequence[Sequences], fold: int, folds: int) -> tuple[int, int, int]:
    """Return (right, found, wanted) of the pages of one fold, by a model of the others."""
    weights = _trained([one for at, page in enumerate(by_page) if at % folds != fold for one in page])
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(weights)
    right = found = wanted = 0
    for features, labels in (one for at, page in enumerate(by_page) if at % folds == fold for one in page):
        gold, said = set(spans_of(labels)), set(spans_of(tagger.tag(features)))
        right, found, wanted = right + len(gold & said), found + len(said), wanted + len(gold)
    return right, found, wanted


def _f1(scores: Sequence[tuple[int, int, int]]) -> float | None:
    if not scores:
        return None
    right, found, wanted = (sum(column) for column in zip(*scores, strict=True))
    return round(2 * right / (found + wanted), 4) if found + wanted else None
