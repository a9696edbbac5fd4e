"""Where characters stand once an article is laid out, and what the flow keeps and throws away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF
from view_fakes import PAGE_TEXT, sample_annotations

from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span
from cppcc_reader.views.article_flow import ArticleFlow
from cppcc_reader.views.article_layout import ArticleLayout, estimated_height
from cppcc_reader.views.article_ornaments import MentionIndex, first_of_each_line, order_numbers, underlines
from cppcc_reader.views.article_sheet import make_sheet
from cppcc_reader.views.article_typeset import SetArticle, Setting, set_article

LONG = "青山县的茶农们在春天里修了一条路，路通到了山顶。" * 12


def _set(text: str) -> SetArticle:
    return set_article(text, Article(id="a", segments=(Segment(start=0, end=len(text)),)))


def test_a_point_on_a_character_leads_to_it_beyond_the_basic_plane_too(qapp) -> None:
    text = "𠮷田先生到了，" * 20 + "完。"
    layout = ArticleLayout(_set(text), make_sheet(), 300)
    for position in range(len(text)):
        box = next(layout.rects(position, position + 1))
        assert layout.position_at(box.center(), on_character=True) == position
        assert layout.position_at(box.center() - QPointF(box.width() / 2 - 1, 0)) == position


def test_running_text_is_indented_by_two_characters_and_fills_the_measure(qapp) -> None:
    sheet = make_sheet()
    layout = ArticleLayout(_set(LONG), sheet, 400)
    first = next(layout.rects(0, 1))
    assert first.left() == pytest.approx(2 * sheet.size, abs=1)
    boxes = list(layout.rects(0, len(LONG)))
    assert len(boxes) == layout.paragraphs[0].line_count
    assert all(box.right() == pytest.approx(400, abs=2) for box in boxes[:-1])


def test_a_comma_that_does_not_fit_hangs_in_the_margin(qapp) -> None:
    sheet = make_sheet(20, squeezed=True)
    text = "一二三四五六七八，九十一二三四五六七八九十"
    # Two characters of indent and eight more fill the line; the comma would be the eleventh.
    layout = ArticleLayout(_set(text), sheet, 200)
    comma = next(layout.rects(8, 9))
    assert comma.top() == 0
    assert comma.left() >= 199
    assert next(layout.rects(9, 10)).top() > 0


def test_two_marks_in_a_row_are_squeezed(qapp) -> None:
    text = "他说：“好。”（笑）"
    widths = [
        next(ArticleLayout(_set(text), make_sheet(20, squeezed=squeezed), 600).rects(0, len(text))).width()
        for squeezed in (False, True)
    ]
    assert widths[1] == pytest.approx(widths[0] - 3 * 10, abs=2)


def test_the_estimate_is_near_what_the_lines_take(qapp) -> None:
    sheet, article = make_sheet(), _set(LONG)
    assert estimated_height(article, sheet, 400) == pytest.approx(ArticleLayout(article, sheet, 400).height, rel=0.15)


def test_an_underline_runs_over_two_lines_of_a_headline(qapp) -> None:
    text = "青山县政协\n委员会成立"
    article = set_article(text, Article(id="a", segments=(Segment(start=0, end=len(text)),)))
    mention = Mention(id="m", label="ORG", fragments=(Span(0, 9),))
    (placed,) = underlines(article, [mention])
    layout = ArticleLayout(article, make_sheet(), 400)
    assert len(article.paragraphs) == 2
    assert [box.top() for box, _top in layout.underline_boxes(placed.start, placed.end)] == [
        paragraph.top for paragraph in layout.paragraphs
    ]


def test_inner_mentions_lie_a_level_lower() -> None:
    text = "青山县政协主席"
    mentions = [
        Mention(id="1", label="ORG", fragments=(Span(0, 5),)),
        Mention(id="2", label="LOC", fragments=(Span(0, 3),)),
        Mention(id="3", label="TITLE", fragments=(Span(5, 7),)),
    ]
    levels = {underline.mention.id: underline.level for underline in underlines(_set(text), mentions)}
    assert levels == {"1": 0, "2": 1, "3": 0}


def test_mentions_are_found_by_any_fragment() -> None:
    broken = Mention(id="1", label="PER", fragments=(Span(50, 52), Span(10, 11)))
    index = MentionIndex([broken, Mention(id="2", label="PER", fragments=(Span(20, 22),))])
    assert [mention.id for mention in index.within(Span(0, 12))] == ["1"]
    assert [mention.id for mention in index.within(Span(21, 51))] == ["2", "1"]


def test_numbers_stand_only_where_reading_leaves_page_order() -> None:
    text = "尾段。\n\n标题"
    tail, head = Segment(start=0, end=3), Segment(start=5, end=7)
    assert order_numbers(set_article(text, Article(id="a", segments=(tail, head)))) == {}
    numbers = order_numbers(set_article(text, Article(id="a", segments=(head, tail))))
    assert list(numbers.values()) == [1, 2]


def test_the_flow_lays_out_what_is_in_sight_and_the_rest_when_idle(qapp) -> None:
    flow = ArticleFlow(make_sheet())
    flow.set_width(400)
    flow.show(PAGE_TEXT, sample_annotations())
    assert [block.key for block in flow.blocks] == ["a1", "a2", "a3", None]
    flow.lay_out(0, 10)
    assert [block.layout is not None for block in flow.blocks] == [True, False, False, False]
    while flow.lay_out_next():
        pass
    assert all(block.layout is not None for block in flow.blocks)
    assert flow.height == pytest.approx(sum(block.height for block in flow.blocks))
    assert flow.blocks[-1].words.paragraphs[0].setting is Setting.SECTION
    flow.set_width(300)
    assert flow.blocks[0].layout is None


def test_the_index_of_mentions_follows_changes() -> None:
    first = Mention(id="1", label="PER", fragments=(Span(50, 52), Span(10, 11)))
    second = Mention(id="2", label="LOC", fragments=(Span(10, 30),))
    index = MentionIndex([first])
    index.add(second)
    assert [mention.id for mention in index.within(Span(25, 51))] == ["2", "1"]
    index.remove(first)
    index.remove(first)
    assert [mention.id for mention in index.within(Span(0, 60))] == ["2"]


def test_a_line_inside_a_paragraph_gets_room_above_it(qapp) -> None:
    sheet = make_sheet()
    plain = ArticleLayout(_set(LONG), sheet, 400)
    [laid] = [one for one in plain.paragraphs if one.line_count > 3][:1]
    position = laid.position_at(QPointF(200, laid.line_top(2) + 5))
    roomy = ArticleLayout(_set(LONG), sheet, 400, {position: 12.0})
    assert roomy.height == pytest.approx(plain.height + 12.0)
    [widened] = [one for one in roomy.paragraphs if one.paragraph.start == laid.paragraph.start]
    assert [widened.line_top(n) - laid.line_top(n) for n in range(4)] == pytest.approx([0.0, 0.0, 12.0, 12.0])
    caret = roomy.caret_rect(position)
    assert caret.top() == pytest.approx(plain.caret_rect(position).top() + 12.0)
    assert roomy.position_at(caret.center()) == position
    assert widened.line_at(widened.line_top(2) - 1) == 1
    assert widened.line_at(widened.line_top(2) + 1) == 2


@pytest.mark.parametrize(("squeezed", "moved"), [(True, 10.0), (False, 0.0)])
def test_an_opening_mark_at_the_head_of_a_line_gives_up_its_blank_half(squeezed, moved, qapp) -> None:
    sheet = make_sheet(20, squeezed=squeezed)
    text = "青" * 28 + "（𠮷" + "山" * 40
    [laid] = ArticleLayout(_set(text), sheet, 600).paragraphs
    if QFontMetricsF(laid.style.font).horizontalAdvance("（") < 18:
        pytest.skip("the fonts of this system have no full-width marks")
    assert [laid.line_of(at) for at in (27, 28)] == [0, 1]
    assert laid.caret_rect(29).left() == pytest.approx(20 - moved, abs=0.5)
    assert laid.line_count == 3


def test_of_two_numbers_in_one_line_the_first_is_shown():
    boxes = [(QRectF(0, 10, 1, 20), 10), (QRectF(90, 10, 1, 20), 11), (QRectF(0, 50, 1, 20), 12)]
    assert [number for _, number in first_of_each_line(boxes)] == [10, 12]
