"""The figures of partitions on examples small enough to reckon by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cppcc_reader.core.evaluation.labelling import label
from cppcc_reader.core.evaluation.partition_scores import adjusted_rand, b_cubed, correction_operations, count_exact
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.segment import Segment

_LABELS = st.lists(st.sampled_from("abc"), min_size=1, max_size=12)


def test_b_cubed_of_one_wrong_merge() -> None:
    # Precision (2·2/4 + 2·2/4)/4 = 1/2, recall 1: F1 = 2/3.
    assert b_cubed(list("aabb"), list("xxxx")) == pytest.approx(2 / 3)


def test_adjusted_rand_of_a_split() -> None:
    # One pair together in both, two in gold, one predicted, expected 2·1/6: (1 - 1/3) / (3/2 - 1/3) = 4/7.
    assert adjusted_rand(list("aabb"), list("xxyz")) == pytest.approx(4 / 7)


def test_operations_of_one_misplaced_block() -> None:
    assert correction_operations(list("aab"), list("xyy")) == 2


@given(_LABELS)
def test_the_same_partition_under_other_names_is_perfect(labels: list[str]) -> None:
    renamed = [chr(ord(name) + 10) for name in labels]
    assert b_cubed(labels, renamed) == pytest.approx(1.0)
    assert adjusted_rand(labels, renamed) == pytest.approx(1.0)
    assert correction_operations(labels, renamed) == 0


@given(_LABELS, st.randoms(use_true_random=False))
def test_one_merge_is_one_operation(labels: list[str], chance: object) -> None:
    merged = ["a" if name == "b" else name for name in labels]
    assert correction_operations(labels, merged) == ({"a", "b"} <= set(labels))


def _set(*articles: list[tuple[int, int]]) -> AnnotationSet:
    return AnnotationSet.of(
        articles=tuple(
            Article(id=f"a{n}", segments=tuple(Segment(start=s, end=e) for s, e in spans))
            for n, spans in enumerate(articles)
        )
    )


def test_exact_but_in_the_wrong_order() -> None:
    text = "甲乙\n\n丙丁"
    gold, swapped = label(text, _set([(0, 2), (4, 6)])), label(text, _set([(4, 6), (0, 2)]))
    found = count_exact(gold, swapped)
    assert (found.gold, found.exact, found.ordered) == (1, 1, 0)


def test_ambiguous_characters_are_not_counted() -> None:
    text = "甲乙\n\n丙丁"
    gold, other = _set([(0, 2)], [(4, 6)]), _set([(0, 2), (4, 6)])
    assert count_exact(label(text, gold), label(text, other)).exact == 0
    assert count_exact(label(text, gold, [(4, 6)]), label(text, other, [(4, 6)])).exact == 1
