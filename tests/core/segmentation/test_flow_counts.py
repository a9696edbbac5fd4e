"""Counting how sentences run on; a training page does not find its own seams in the counts."""

from __future__ import annotations

from cppcc_reader.core.segmentation.training.flow_counts import count_flow, count_runs

_OTHERS = [f"{name}把老渠修好了,果园有水灌溉。" for name in ("村民", "委员", "乡亲", "果农", "渔民", "社员")]
_OWN = "山坳里的泵房连夜开工。"


def test_a_flow_knows_what_it_has_counted() -> None:
    flow = count_flow(_OTHERS).flow
    assert flow.runs_on("把老渠", "修好了") > flow.runs_on("把老渠", "灌溉。") + 2.0


def test_without_its_own_sentences_a_page_is_as_unknown_as_a_new_one() -> None:
    counts = count_flow([*_OTHERS, *[_OWN + "工地很忙。"] * 3])
    spared = counts.without([_OWN])
    assert spared.runs_on("山坳里的泵", "房连夜") < counts.flow.runs_on("山坳里的泵", "房连夜")
    assert spared.across("老", "渠") == counts.flow.across("老", "渠")


def test_a_sentence_printed_twice_counts_once() -> None:
    assert count_runs([_OWN, _OWN]) == count_runs([_OWN])
