"""The article side of the workbench, with real mouse and key events over an invented page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication
from view_fakes import PAGE_TEXT, span_of

from cppcc_reader.core.editing.mention_commands import AddMention
from cppcc_reader.core.editing.page_commands import AddNote
from cppcc_reader.core.editing.segment_commands import BeginArticle, SetRole
from cppcc_reader.core.model.note import NoteKind
from cppcc_reader.core.model.role import Role
from cppcc_reader.views.annotation_session import Selection
from cppcc_reader.views.article_cursor import TextCursor
from cppcc_reader.views.article_painter import gutter_tag, label_tag
from cppcc_reader.views.article_view import ArticleView
from cppcc_reader.views.theme import DARK, LIGHT


@pytest.fixture
def view(qtbot, session) -> ArticleView:
    made = ArticleView(session, LIGHT)
    qtbot.addWidget(made)
    made.resize(520, 900)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def _point(view: ArticleView, quote: str, *, offset: int = 0) -> QPointF:
    """Return the middle of the character at ``offset`` in ``quote`` on the viewport."""
    source = PAGE_TEXT.index(quote) + offset
    block = view.flow.block_of_source(source)
    position = block.words.position_of(source)
    box = next(view.flow.layout_of(block).rects(position, position + 1))
    origin = view.flow.origin(block) + QPointF(view.card(block).left() + view.gutter, -view.scrolled)
    return box.translated(origin).center()


def _mouse(view: ArticleView, kind: QEvent.Type, point: QPointF, *, held: bool) -> None:
    left = Qt.MouseButton.LeftButton
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else left
    event = QMouseEvent(
        kind,
        point,
        QPointF(view.viewport().mapToGlobal(point.toPoint())),
        button,
        left if held else Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), event)


def _drag(view: ArticleView, start: QPointF, end: QPointF) -> None:
    _mouse(view, QEvent.Type.MouseButtonPress, start, held=True)
    _mouse(view, QEvent.Type.MouseMove, (start + end) / 2, held=True)
    _mouse(view, QEvent.Type.MouseMove, end, held=True)
    _mouse(view, QEvent.Type.MouseButtonRelease, end, held=False)


def test_a_name_selected_across_the_column_break_is_one_mention_with_two_fragments(view, session) -> None:
    left = _point(view, "陈青") - QPointF(7, 0)
    right = _point(view, "松说") + QPointF(7, 0)
    _drag(view, left, right)
    assert [span.text_of(PAGE_TEXT) for span in session.selection.fragments] == ["陈青", "松"]
    assert session.selection.article_id == "a1"
    assert len(session.selection.segment_starts) == 2


def test_the_pointer_lights_a_sentence_up_on_both_sides(view, session, qtbot) -> None:
    with qtbot.waitSignal(session.hovered) as heard:
        _mouse(view, QEvent.Type.MouseMove, _point(view, "委员陈青"), held=False)
    fragments, origin = heard.args
    assert [span.text_of(PAGE_TEXT) for span in fragments] == ["委员陈青", "松说。"]
    assert origin is view
    assert view._scene.hovers["a1"]


def test_a_place_chosen_on_the_other_side_is_shown_here(view, session) -> None:
    homes = session.annotations.article("a3")
    session.select(Selection(article_id="a3", segment_starts=(homes.segments[1].start,), caret=homes.segments[1].start))
    assert view.text_cursor.key == "a3"
    assert view._scene.chosen == "a3"
    assert view.viewport().rect().contains(view.caret_box().center().toPoint())


def test_double_click_takes_the_mention_and_else_the_word(view, session) -> None:
    _mouse(view, QEvent.Type.MouseButtonDblClick, _point(view, "县政协主席", offset=1), held=True)
    assert [span.text_of(PAGE_TEXT) for span in session.selection.fragments] == ["县政协主席"]
    _mouse(view, QEvent.Type.MouseButtonDblClick, _point(view, "近日到茶山"), held=True)
    assert [span.text_of(PAGE_TEXT) for span in session.selection.fragments] == ["近日"]


def test_a_second_double_click_takes_the_word_in_the_name(view, session) -> None:
    taken = []
    for _ in range(2):
        _mouse(view, QEvent.Type.MouseButtonDblClick, _point(view, "县政协主席", offset=3), held=True)
        taken.append("".join(span.text_of(PAGE_TEXT) for span in session.selection.fragments))
    assert taken[0] == "县政协主席"
    assert 0 < len(taken[1]) < len(taken[0])


def test_keys_go_by_segments_lines_and_characters(view, session, qtbot) -> None:
    road = session.annotations.article("a1")
    for segment in road.segments[:2]:
        qtbot.keyClick(view, Qt.Key.Key_J)
        assert session.selection.segment_starts == (segment.start,)
    qtbot.keyClick(view, Qt.Key.Key_K)
    assert session.selection.segment_starts == (road.segments[0].start,)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert [span.text_of(PAGE_TEXT) for span in session.selection.fragments] == ["清溪"]
    qtbot.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "清溪县政协为茶山修路"
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.text_cursor.has_selection
    caret = session.selection.caret
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert session.selection == Selection()
    qtbot.keyClick(view, Qt.Key.Key_J)
    assert session.selection.caret == caret


def test_the_caret_steps_over_the_mark_of_a_mended_break(view, qtbot) -> None:
    block = view.flow.block("a1")
    join = next(paragraph.joins[0] for paragraph in block.words.paragraphs if paragraph.joins)
    view.set_cursor(TextCursor.at(block, join))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.text_cursor.position == join + 2
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.text_cursor.position == join + 1


def test_only_changed_articles_are_typeset_anew(view, session) -> None:
    layouts = {block.key: view.flow.layout_of(block) for block in view.flow.blocks}
    photo = session.annotations.article("a2")
    session.execute(SetRole(starts=(photo.segments[0].start,), role=Role.BODY))
    after = {block.key: block.layout for block in view.flow.blocks}
    assert after["a1"] is layouts["a1"]
    assert after["a3"] is layouts["a3"]
    assert after["a2"] is not layouts["a2"]


def test_a_new_mention_is_underlined_without_setting_type_again(view, session) -> None:
    block = view.flow.block("a3")
    layout = view.flow.layout_of(block)
    assert block.underlines(view.flow.mentions) == ()
    session.execute(AddMention(fragments=(span_of(PAGE_TEXT, "南岭市政协"),), label="ORG"))
    assert [underline.mention.label for underline in block.underlines(view.flow.mentions)] == ["ORG"]
    assert block.layout is layout


def test_an_article_begun_elsewhere_appears_and_the_caret_stays_where_it_was(view, session) -> None:
    caret = PAGE_TEXT.index("松说")
    session.select(Selection(article_id="a1", caret=caret))
    height = view.caret_box().top()
    session.execute(BeginArticle(at=caret))
    assert len(view.flow.blocks) == 5
    assert view.flow.block(view.text_cursor.key).words.caret_source(view.text_cursor.position) == caret
    assert abs(view.caret_box().top() - height) < 2 or view.scrolled == 0


def test_a_block_dragged_by_the_gutter_goes_to_the_article_it_is_dropped_on(view, session) -> None:
    caption = _point(view, "秋收时节")
    target = view.card(view.flow.block("a3"))
    handle = QPointF(view.card(view.flow.block("a2")).left() + 20, caption.y())
    _drag(view, handle, QPointF(handle.x(), target.bottom() - 25))
    homes = session.annotations.article("a3")
    assert [segment.role for segment in homes.segments][-1] is Role.CAPTION


def test_a_block_dragged_within_its_article_changes_the_reading_order(view, session) -> None:
    homes = session.annotations.article("a3")
    body, headline = _point(view, "南岭市政协组织"), _point(view, "南岭市政协视察")
    x = view.card(view.flow.block("a3")).left() + 20
    _drag(view, QPointF(x, body.y()), QPointF(x, headline.y() - 12))
    order = [segment.start for segment in session.annotations.article("a3").segments]
    assert order == [homes.segments[1].start, homes.segments[0].start]


def test_a_block_dropped_on_the_furniture_leaves_its_article(view, session) -> None:
    caption, x = _point(view, "秋收时节"), view.card(view.flow.block("a2")).left() + 20
    _drag(view, QPointF(x, caption.y()), view.card(view.flow.block(None)).center())
    assert [segment.span.text_of(PAGE_TEXT) for segment in session.annotations.furniture] == [
        "政协动态",
        "秋收时节，茶山村的晒场上一片金黄。",
    ]


def test_the_gutter_shows_that_it_can_be_dragged(view) -> None:
    gutter = QPointF(view.card(view.flow.block("a2")).left() + 20, _point(view, "秋收时节").y())
    _mouse(view, QEvent.Type.MouseMove, gutter, held=False)
    assert view.viewport().cursor().shape() is Qt.CursorShape.OpenHandCursor
    assert view._tip_at(gutter).startswith("拖动")
    _mouse(view, QEvent.Type.MouseMove, _point(view, "秋收时节"), held=False)
    assert view.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor
    assert view._tip_at(_point(view, "秋收时节")) == "图片说明"


def test_a_press_in_the_gutter_without_a_drag_chooses_the_block(view, session) -> None:
    body = _point(view, "南岭市政协组织")
    handle = QPointF(view.card(view.flow.block("a3")).left() + 20, body.y())
    _drag(view, handle, handle)
    assert session.selection.segment_starts == (PAGE_TEXT.index("南岭市政协组织"),)
    assert len(session.annotations.articles) == 3


def test_escape_takes_a_drag_back(view, session, qtbot) -> None:
    before = session.annotations
    handle = QPointF(view.card(view.flow.block("a2")).left() + 20, _point(view, "秋收时节").y())
    _mouse(view, QEvent.Type.MouseButtonPress, handle, held=True)
    _mouse(view, QEvent.Type.MouseMove, handle + QPointF(0, 120), held=True)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    _mouse(view, QEvent.Type.MouseButtonRelease, handle + QPointF(0, 120), held=False)
    assert session.annotations == before


def test_the_bar_drags_the_whole_article(view, session) -> None:
    card = view.card(view.flow.block("a3"))
    _drag(view, QPointF(card.left() + 3, card.top() + 60), view.card(view.flow.block("a1")).center())
    assert [article.id for article in session.annotations.articles] == ["a1", "a2"]


def test_the_right_button_asks_for_a_menu_of_what_is_there(view, session, qtbot) -> None:
    point = _point(view, "秋收时节").toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=QPoint(point))
    assert session.selection.article_id == "a2"


def test_a_note_is_marked_and_the_tooltip_says_what_is_known(view, session) -> None:
    session.execute(AddNote(kind=NoteKind.CORRECTION, span=span_of(PAGE_TEXT, "晒场"), text="晒谷场"))
    assert view._scene.notes["a2"]
    assert [words for _start, _end, words in view._scene.corrections["a2"]] == ["晒谷场"]
    view.grab()
    block = view.flow.block("a2")
    assert view._tip(block, block.words.position_of(PAGE_TEXT.index("晒场"))) == "应为“晒谷场”\n图片说明"
    road = view.flow.block("a1")
    assert "上段句子未完 62%" in view._tip(road, road.words.position_of(PAGE_TEXT.index("松说")))
    suggestion = view._tip(road, road.words.position_of(PAGE_TEXT.index("县政协主席")))
    assert suggestion.startswith("机构 · 建议 70% 地名+政协")
    join = next(paragraph.joins[0] for paragraph in road.words.paragraphs if paragraph.joins)
    assert "分栏" in view._tip(road, join)


def test_a_screen_reader_hears_the_choice(view, session) -> None:
    session.select(Selection(article_id="a3", caret=PAGE_TEXT.index("南岭市政协组织")))
    assert view.accessibleDescription().startswith("南岭市政协视察老旧小区：南岭市政协组织")


def test_other_colours_and_sizes_and_no_page(view, session) -> None:
    height = view.flow.height
    view.set_text_size(24)
    assert view.flow.height > height
    view.reset_text_size()
    view.set_theme(DARK)
    assert view.grab().toImage().pixelColor(2, 2).lightness() < 100
    session.close_page()
    assert view.flow.blocks == []
    view.grab()


@pytest.mark.parametrize("left", [20.0, 180.0, 395.0])
def test_the_name_of_a_label_is_never_cut_at_the_right_edge(left: float, qapp) -> None:
    tag = label_tag(QRectF(left, 10, 30, 30), "机构 · 清溪县政协委员会", QFont(), right=400.0)
    assert tag.right() <= 400.0
    assert tag.left() <= left


def test_several_chosen_blocks_are_dragged_together(view, session) -> None:
    photo = session.annotations.article("a2")
    starts = tuple(segment.start for segment in photo.segments)
    session.select(Selection(article_id="a2", segment_starts=starts, caret=starts[0]))
    handle = QPointF(view.card(view.flow.block("a2")).left() + 20, _point(view, "秋收时节").y())
    _drag(view, handle, view.card(view.flow.block(None)).center())
    assert set(starts) <= {segment.start for segment in session.annotations.furniture}


def test_blocks_dropped_where_they_stand_write_no_step(view, session) -> None:
    homes = session.annotations.article("a3")
    body, x = _point(view, "南岭市政协组织"), view.card(view.flow.block("a3")).left() + 20
    session.select(Selection(article_id="a3", segment_starts=(homes.segments[1].start,), caret=homes.segments[1].start))
    _drag(view, QPointF(x, body.y()), QPointF(x, body.y() + 14))
    assert session.undo_name() is None


def test_the_label_at_the_caret_is_named_in_the_gutter_and_covers_no_words(view, session) -> None:
    session.select(Selection(article_id="a1", caret=PAGE_TEXT.index("陈青")))
    assert view._scene.spoken is not None
    assert not view._scene.is_pointed
    card = view.card(view.flow.block("a1"))
    line = QRectF(view.flow.origin(view.flow.block("a1")).x() + 60, card.top() + 5, 40, 30)
    tag = gutter_tag(line, card, QFont())
    assert card.left() < tag.left() < tag.right() < card.left() + view.gutter
    assert tag.top() > card.top() + 36, "the article's key stays in sight"
    _mouse(view, QEvent.Type.MouseMove, _point(view, "高远"), held=False)
    assert view._scene.is_pointed
    view.grab()
    _mouse(view, QEvent.Type.MouseMove, _point(view, "南岭市政协视察"), held=False)
    assert not view._scene.is_pointed
    view.grab()


def test_the_tint_under_the_resting_pointer_goes_with_a_key_and_comes_back_when_it_moves(view, session) -> None:
    point = _point(view, "秋收时节")
    _mouse(view, QEvent.Type.MouseMove, point, held=False)
    assert view._scene.hovers["a2"]
    session.hover((), session)  # as the keys do
    assert view._scene.hovers == {}
    _mouse(view, QEvent.Type.MouseMove, point + QPointF(1, 0), held=False)
    assert view._scene.hovers["a2"]
