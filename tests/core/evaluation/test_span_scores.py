"""Strict scores of mentions."""

from __future__ import annotations

from cppcc_reader.core.evaluation.span_scores import SpanScore, micro, precision_above, score_mentions
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.segment import Evidence
from cppcc_reader.core.model.span import Span

LABELS = ("PER", "LOC")


def mention(label: str, *ranges: tuple[int, int], confidence: float = 1.0) -> Mention:
    spans = tuple(Span(*one) for one in ranges)
    return Mention(id=f"{label}{ranges}", label=label, fragments=spans, evidence=Evidence(confidence))


GOLD = [mention("PER", (0, 2)), mention("LOC", (4, 6), (8, 9)), mention("LOC", (20, 22))]


def test_only_the_same_fragments_and_label_are_right() -> None:
    found = [mention("PER", (0, 2)), mention("LOC", (4, 6)), mention("PER", (20, 22))]
    scores = score_mentions(GOLD, found, labels=LABELS)
    assert scores == {"PER": SpanScore(1, 2, 1), "LOC": SpanScore(0, 1, 2)}
    assert micro(scores) == SpanScore(1, 3, 3)


def test_fragments_count_whatever_their_order() -> None:
    assert score_mentions(GOLD, [mention("LOC", (8, 9), (4, 6))], labels=LABELS)["LOC"].right == 1


def test_ambiguous_ranges_are_left_out_on_both_sides() -> None:
    scores = score_mentions(GOLD, [mention("LOC", (21, 24))], labels=LABELS, ambiguous=[(20, 23)])
    assert scores["LOC"] == SpanScore(0, 0, 1)


def test_shares_and_their_mean() -> None:
    score = SpanScore(3, 4, 6)
    assert (score.precision, score.recall, score.f1) == (0.75, 0.5, 0.6)
    assert (SpanScore().precision, SpanScore().recall, SpanScore().f1) == (0.0, 0.0, 0.0)


def test_the_sure_ones_are_counted_apart() -> None:
    found = [
        mention("PER", (0, 2), confidence=0.96),
        mention("LOC", (30, 31)),
        mention("LOC", (40, 41), confidence=0.5),
    ]
    assert precision_above(GOLD, found, confidence=0.95) == (2, 1)
