"""What candidates have in common with a unit, beside the other candidates."""

from __future__ import annotations

import numpy as np

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.segmentation.nearness import Nearness
from cppcc_reader.core.segmentation.page_view import PageView
from cppcc_reader.core.segmentation.role_guess import RoleGuess
from cppcc_reader.core.segmentation.splitter import read_page
from cppcc_reader.core.segmentation.topics import Topics

_PAGE = "果园的梨树开了花。\n\n戏台上唱了三天。\n\n果园要灌溉。\n\n戏台又唱了。"


def _view(vectors: list[tuple[float, float]] | None) -> PageView:
    """Return a page of four texts that point in given directions."""
    page = read_page(_PAGE)
    guesses = [RoleGuess(Role.BODY, 1.0, "", body=1.0) for _ in page.units]
    meaning = None
    if vectors is not None:
        meaning = Topics(np.cumsum([(0.0, 0.0), *vectors], axis=0, dtype=np.float32))
    return PageView(page.units, page.facts, guesses, page.overlap, page.widths, meaning)


def test_the_nearest_in_meaning_leads() -> None:
    # A unit is also taken with the one or two before it, so only the nearness by itself is asked here.
    steps = Nearness(_view([(1, 0), (0, 1), (1, 0), (0, 1)]), [[], [], [0, 1], [0, 1, 2]]).meanings
    (_n, _l, like, lead), (_n2, _l2, unlike, behind) = steps[2]
    assert like > unlike
    assert lead > behind


def test_a_distant_stranger_is_not_weighed_but_a_neighbour_is() -> None:
    first_is_a_stranger = _view([(1, 0), (-1, 0), (-1, 0), (-1, 0)])
    assert Nearness(first_is_a_stranger, [[], [0], [], []]).candidates[1] == [0]
    assert Nearness(first_is_a_stranger, [[], [], [], [0, 1, 2]]).candidates[3] == [1, 2]


def test_without_a_model_of_meaning_every_candidate_stays() -> None:
    nearness = Nearness(_view(None), [[], [0], [0, 1], []])
    assert nearness.candidates == [[], [0], [0, 1], []]
    assert nearness.meanings == [[], [], [], []]
    assert nearness.nearest_after() == {}
