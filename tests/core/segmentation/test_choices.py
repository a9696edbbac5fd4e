"""The conditional logit model: what it learns, and what it keeps of what was expected."""

from __future__ import annotations

from cppcc_reader.core.segmentation.training.choices import ChoiceData


def _choices(times: int) -> ChoiceData:
    data = ChoiceData()
    for _time in range(times):
        data.add([["head", "signed"], ["head", "bare"]], 0)
    return data


def test_what_is_chosen_gains_and_what_is_not_loses() -> None:
    weights = _choices(40).fit(rare=1)
    assert weights["signed"] > 0.5 > -0.5 > weights["bare"]
    assert "head" not in weights
