"""A library teaches its own suggestions."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.tagging.custom_rules import LabelRule, RuleError
from cppcc_reader.services.label_rules import keep_label_rules, label_rules_of
from cppcc_reader.services.library_learning import (
    LearningCancelledError,
    forget_learned,
    keep_learned,
    learn,
    learned_of,
)
from cppcc_reader.services.library_tagger import presegmenter_of
from cppcc_reader.storage.library import Library
from library_builder import add_page
from page_builder import build

CROPS = ("青茶", "白藕", "糯米", "红薯", "苦荞", "黄桃")


def crop_page(library: Library, number: int, state: PageState) -> None:
    """Store a page on which people tagged crops (a label of their own) and one name."""
    words = "".join(
        f"今年{CROPS[(number + i) % 6]}的收成很好，{CROPS[(number + i + 1) % 6]}的收成也好。" for i in range(4)
    )
    text, page = build(("a1", "headline", "清溪丰收"), ("a1", "body", words), ("a1", "body", "晏小禾说，大家都高兴。"))
    spans = [
        ("CROP", at, at + 2)
        for at in range(len(text))
        if text[at : at + 2] in CROPS and text[at + 2 : at + 4] == "的收"
    ]
    spans.append(("PER", text.index("晏小禾"), text.index("晏小禾") + 3))
    mentions = tuple(
        Mention(id=f"m{i}", label=label, fragments=(Span(start, end),)) for i, (label, start, end) in enumerate(spans)
    )
    add_page(library, f"p{number}", text, page.replaced(mentions=mentions, state=state))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "a.cppcc") as library:
        for number in range(5):
            crop_page(library, number, PageState.FINISHED)
        yield library


NEW = build(("a1", "body", "晏小禾介绍，今年青茶的收成很好，花椒的收成也好。"))


def suggested(library: Library) -> list[tuple[str, str]]:
    mentions = presegmenter_of(library).tagger().suggest(*NEW)
    return [(mention.quote(NEW[0]), mention.label) for mention in mentions]


def test_names_and_labels_of_ones_own_are_learned_kept_and_forgotten(library: Library) -> None:
    learned = learn(library)
    assert learned.pages == 5
    assert learned.names["PER"] == ("晏小禾",)
    assert learned.labels == ("CROP",)
    assert learned.f1 is not None
    assert learned.f1 > 0.8
    assert ("青茶", "CROP") not in suggested(library)
    keep_learned(library, learned)
    assert learned_of(library) == learned
    assert {("青茶", "CROP"), ("晏小禾", "PER")} <= set(suggested(library))
    forget_learned(library)
    assert ("青茶", "CROP") not in suggested(library)


def test_only_finished_pages_teach(tmp_path: Path) -> None:
    with Library.create(tmp_path / "b.cppcc") as library:
        crop_page(library, 0, PageState.IN_PROGRESS)
        learned = learn(library)
        assert (learned.pages, learned.names, learned.labels, learned.weights, learned.f1) == (0, {}, (), b"", None)


def test_learning_tells_how_far_it_is_and_stops(library: Library) -> None:
    seen: list[tuple[int, int]] = []
    learn(library, progress=lambda *step: seen.append(step))
    assert seen[-1] == (6, 6)
    with pytest.raises(LearningCancelledError):
        learn(library, cancelled=lambda: True)
    assert learned_of(library) is None


def test_the_same_pages_teach_the_same(library: Library) -> None:
    assert learn(library) == learn(library)


def test_rules_find_what_they_say_and_wrong_ones_are_refused(library: Library) -> None:
    rules = (LabelRule(label="CROP", words=("花椒",)), LabelRule(label="CROP", pattern="今年(?P<name>..)的收成"))
    keep_label_rules(library, rules)
    assert label_rules_of(library) == rules
    assert {("花椒", "CROP"), ("青茶", "CROP")} <= set(suggested(library))
    with pytest.raises(RuleError, match="正则"):
        keep_label_rules(library, [LabelRule(label="CROP", pattern="(")])
    assert label_rules_of(library) == rules


def test_a_model_keeps_the_bytes_that_it_reads(library: Library) -> None:
    learned = learn(library)
    model, size = learned.model(), len(learned.weights)
    assert model is not None
    del learned
    gc.collect()
    # Fill the memory that forgotten bytes would have left.
    filler = [bytes([number]) * (size - step) for number in range(1, 60) for step in (0, 64, 4096)]
    found = model.candidates([NEW[0]])
    assert filler
    assert ("青茶", "CROP") in [(NEW[0][one.start : one.end], one.label) for one in found[0]]
