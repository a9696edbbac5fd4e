"""From decided links to segments: datelines and torn beginnings."""

from __future__ import annotations

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Evidence, Segment
from cppcc_reader.core.segmentation.assembly import LinkDecision, assemble
from cppcc_reader.core.segmentation.page_view import PageView
from cppcc_reader.core.segmentation.role_guess import RoleGuess
from cppcc_reader.core.segmentation.splitter import read_page

_OPENING = "本报青石6月5日电(记者 林一舟)连日来,各乡镇抢抓农时修渠引水。"
_SECOND = "本报柳湾6月5日电(记者 何小川)柳湾乡组织果农清理老渠。"


def _chain(blocks: list[str], guesses: list[RoleGuess]) -> tuple[str, list[Segment]]:
    """Return the segments of one article made of these blocks in this order."""
    text = "\n\n".join(blocks)
    page = read_page(text)
    view = PageView(page.units, page.facts, guesses, page.overlap, page.widths)
    sure = Evidence(1.0, "")
    links = {unit: LinkDecision(unit - 1 if unit else None, sure) for unit in range(len(blocks))}
    (article,) = assemble(text, view, links).articles
    return text, list(article.segments)


def _body(inside: float = 0.0) -> RoleGuess:
    return RoleGuess(Role.BODY, 1.0, "", inside=inside, body=1.0)


def _head() -> RoleGuess:
    return RoleGuess(Role.HEADLINE, 1.0, "", headline=1.0)


def test_only_the_dateline_before_the_text_is_one() -> None:
    text, segments = _chain(["各乡修渠引水", _OPENING, _SECOND], [_head(), _body(), _body()])
    roles = [(text[one.start : one.start + 4], one.role) for one in segments]
    assert roles[1:] == [("本报青石", Role.DATELINE), ("连日来,", Role.BODY), ("本报柳湾", Role.BODY)]
    assert text[segments[-1].start : segments[-1].end] == _SECOND


def test_text_right_after_heads_that_lacks_its_beginning_joins_what_is_lost() -> None:
    torn = "渠水引到了果园里,果农们说来得正是时候。"
    assert [one.join for one in _chain(["各乡修渠引水", torn], [_head(), _body(0.99)])[1]] == [False, True]
    assert [one.join for one in _chain(["各乡修渠引水", torn], [_head(), _body(0.3)])[1]] == [False, False]
