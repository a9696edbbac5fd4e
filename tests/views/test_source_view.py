import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QInputMethodEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from view_fakes import PAGE_TEXT, FakeService, page_record, sample_annotations, span_of

from cppcc_reader.core.editing.page_commands import AddNote
from cppcc_reader.core.editing.segment_commands import JoinWithPrevious
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.note import NoteKind
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.views.annotation_session import Selection
from cppcc_reader.views.source_gestures import SourceGestures
from cppcc_reader.views.source_view import SourceView
from cppcc_reader.views.style_sheet import style_sheet
from cppcc_reader.views.theme import DARK, LIGHT


@pytest.fixture
def view(session, qtbot):
    made = SourceView(session, LIGHT)
    SourceGestures(made, session, made)
    qtbot.addWidget(made)
    made.resize(620, 560)
    made.show()
    qtbot.waitExposed(made)
    return made


def place_of(view, offset):
    """Return the middle of the character at a page offset, in the viewport."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.positions.to_qt(offset))
    return view.cursorRect(cursor).center() + QPoint(6, 0)


def mouse(widget, kind, place, *, buttons=Qt.MouseButton.LeftButton, modifiers=Qt.KeyboardModifier.NoModifier):
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else buttons
    point = QPointF(place)
    event = QMouseEvent(kind, point, QPointF(widget.mapToGlobal(place)), button, held, modifiers)
    QApplication.sendEvent(widget, event)


def drag(widget, start, end):
    mouse(widget, QEvent.Type.MouseButtonPress, start)
    mouse(widget, QEvent.Type.MouseMove, (start + end) / 2)
    mouse(widget, QEvent.Type.MouseMove, end)
    mouse(widget, QEvent.Type.MouseButtonRelease, end)


def margin_place(view, offset):
    return view.margin.mapFromGlobal(view.viewport().mapToGlobal(QPoint(-40, place_of(view, offset).y())))


def test_the_text_is_shown_as_it_is(view):
    assert view.toPlainText() == PAGE_TEXT
    assert view.isReadOnly()


def test_the_caret_tells_the_session_article_and_block(view, session, qtbot):
    offset = PAGE_TEXT.index("晒场")
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, offset))
    assert session.selection.article_id == "a2"
    assert session.selection.segment_starts == (PAGE_TEXT.index("秋收"),)
    assert abs(session.selection.caret - offset) <= 1


def test_arrows_and_j_k_go_block_by_block(view, session, qtbot):
    view.setFocus()
    for key in (Qt.Key.Key_J, Qt.Key.Key_Down, Qt.Key.Key_J):
        qtbot.keyClick(view, key)
    assert session.selection.caret == PAGE_TEXT.index("本报讯")
    qtbot.keyClick(view, Qt.Key.Key_K)
    assert session.selection.caret == PAGE_TEXT.index("清溪县政协为茶山修路")


def test_shift_chooses_several_blocks(view, session, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_J)
    qtbot.keyClick(view, Qt.Key.Key_J)
    qtbot.keyClick(view, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    assert [PAGE_TEXT[start : start + 2] for start in session.selection.segment_starts] == ["清溪", "本报"]
    qtbot.keyClick(view, Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
    assert len(session.selection.segment_starts) == 1


def test_ctrl_click_adds_a_block(view, session, qtbot):
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, PAGE_TEXT.index("晒场")))
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, control, place_of(view, PAGE_TEXT.index("何为民")))
    assert session.selection.segment_starts == (PAGE_TEXT.index("秋收"), PAGE_TEXT.index("松说"))


def test_marking_over_the_column_break_gives_two_fragments(view, session):
    drag(
        view.viewport(),
        place_of(view, PAGE_TEXT.index("陈青")) - QPoint(6, 0),
        place_of(view, PAGE_TEXT.index("松说。") + 1) - QPoint(6, 0),
    )
    quotes = [fragment.text_of(PAGE_TEXT) for fragment in session.selection.fragments]
    assert quotes == ["陈青", "松"]


def test_pointing_at_a_sentence_hovers_all_of_it(view, session):
    seen = []
    session.hovered.connect(lambda fragments, _origin: seen.append(fragments))
    mouse(
        view.viewport(), QEvent.Type.MouseMove, place_of(view, PAGE_TEXT.index("松说")), buttons=Qt.MouseButton.NoButton
    )
    assert "".join(span.text_of(PAGE_TEXT) for span in seen[-1]) == "委员陈青松说。"
    assert view.look.hovered == seen[-1]


def test_a_selection_made_elsewhere_moves_the_caret_without_an_echo(view, session):
    told = []
    session.selection_changed.connect(lambda selection, origin: told.append(origin))
    span = span_of(PAGE_TEXT, "何为民")
    session.select(Selection(article_id="a1", segment_starts=(), fragments=(span,), caret=span.start), session)
    assert view.textCursor().selectedText() == "何为民"
    assert told == [session]


def test_another_article_is_dimmed_and_the_band_has_the_articles_hue(view, session):
    start = PAGE_TEXT.index("南岭市政协视察")
    session.select(Selection(article_id="a3", segment_starts=(start,), caret=start), session)
    view.look.flash = None
    picture = view.viewport().grab().toImage()
    place = place_of(view, PAGE_TEXT.index("南岭市政协组织"))
    inside = QColor(picture.pixel(int(picture.width() - 30), place.y()))
    hue = LIGHT.article_colour(session.hues["a3"])
    assert inside != QColor(LIGHT.ground)
    assert abs(inside.hslHue() - hue.hslHue()) < 12


def test_the_input_method_is_off_so_letters_arrive_as_keys(view, session):
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    before = session.annotations
    event = QInputMethodEvent("pin", [])
    event.setCommitString("拼")
    QApplication.sendEvent(view, event)
    assert view.toPlainText() == PAGE_TEXT
    assert session.annotations == before


def test_dragging_a_block_onto_an_article_sends_it_there(view, session):
    start, target = margin_place(view, PAGE_TEXT.index("松说")), margin_place(view, PAGE_TEXT.index("南岭市政协组织"))
    mouse(view.margin, QEvent.Type.MouseButtonPress, start)
    mouse(view.margin, QEvent.Type.MouseMove, target + QPoint(120, 0))
    mouse(view.margin, QEvent.Type.MouseButtonRelease, target + QPoint(120, 0))
    owner, _segment = session.annotations.segment_at(PAGE_TEXT.index("松说"))
    assert owner.id == "a3"


def test_dropping_a_block_in_the_margin_makes_it_furniture(view, session):
    start, target = margin_place(view, PAGE_TEXT.index("晒场")), margin_place(view, PAGE_TEXT.index("何为民"))
    drag(view.margin, start, target)
    owner, _segment = session.annotations.segment_at(PAGE_TEXT.index("晒场"))
    assert owner is None


def test_a_block_dropped_where_it_stands_writes_no_step(view, session):
    start = margin_place(view, PAGE_TEXT.index("松说"))
    told = []
    session.message.connect(told.append)
    drag(view.margin, start, start + QPoint(120, 0))
    assert session.annotations == sample_annotations()
    assert told[-1] == ""


def test_a_block_dropped_elsewhere_on_its_article_changes_the_reading_order(view, session):
    start, target = margin_place(view, PAGE_TEXT.index("松说")), margin_place(view, PAGE_TEXT.index("清溪县政协为"))
    drag(view.margin, start, target + QPoint(120, -6))
    order = [segment.start for segment in session.annotations.article("a1").segments]
    assert order.index(PAGE_TEXT.index("松说")) == 0


def test_a_correction_is_written_above_the_words(view, session):
    span = span_of(PAGE_TEXT, "茶山村")
    before = view.viewport().grab().toImage()
    session.execute(AddNote(kind=NoteKind.CORRECTION, span=span, text="查山村"))
    assert view.look.corrections == ((span, "查山村"),)
    assert view.viewport().grab().toImage() != before
    assert view.toPlainText() == PAGE_TEXT


def test_escape_takes_a_drag_back(view, session, qtbot):
    before = session.annotations
    start, target = margin_place(view, PAGE_TEXT.index("松说")), margin_place(view, PAGE_TEXT.index("南岭市政协组织"))
    mouse(view.margin, QEvent.Type.MouseButtonPress, start)
    mouse(view.margin, QEvent.Type.MouseMove, target + QPoint(120, 0))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    mouse(view.margin, QEvent.Type.MouseButtonRelease, target + QPoint(120, 0))
    assert session.annotations == before
    assert view.look.target_article is None


def test_dragging_a_boundary_moves_what_it_passes(view, session):
    # The boundary above the last article goes down past its headline: that joins the article above.
    boundary = next(y for y in range(0, 560) if (found := view.boundary_near(y, 0.6)) and found.article_id == "a3")
    drag(view.viewport(), QPoint(300, boundary), place_of(view, PAGE_TEXT.index("南岭市政协组织")))
    owner, _segment = session.annotations.segment_at(PAGE_TEXT.index("南岭市政协视察"))
    assert owner.id == "a1"
    owner, _segment = session.annotations.segment_at(PAGE_TEXT.index("南岭市政协组织"))
    assert owner.id == "a3"


def test_another_theme_changes_the_ground_too(view):
    application = QApplication.instance()
    before = application.styleSheet()
    try:
        application.setStyleSheet(style_sheet(LIGHT))
        view.set_theme(LIGHT)
        view.grab()
        application.setStyleSheet(style_sheet(DARK))
        view.set_theme(DARK)
        assert view.viewport().palette().base().color() == QColor(DARK.ground)
    finally:
        application.setStyleSheet(before)


def test_an_edit_redraws_the_plan(view, session):
    session.execute(JoinWithPrevious(article_id="a3"))
    assert {placed.article_id for placed in view.plan.placed} == {None, "a1", "a2"}


@pytest.mark.parametrize("strange", ["𠮷", "😀", "\u2028", "\x0c", "\u00a0"])
def test_strange_characters_shift_nothing(strange, make_session, qtbot):
    text = f"{strange}甲乙\n\n{strange}丙丁"
    segments = (
        (Segment(start=1, end=3), Segment(start=6, end=8))
        if strange.isspace()
        else (Segment(start=0, end=3), Segment(start=5, end=8))
    )
    record = page_record(text, AnnotationSet.of(articles=(Article(id="a1", segments=segments),)))
    session = make_session(FakeService({"p1": record}))
    session.open_page("p1")
    view = SourceView(session, LIGHT)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    start = text.index("丙")
    session.select(Selection(caret=start), session)
    assert view.caret() == start
    assert view.plan.line_of(start) == view.textCursor().blockNumber()


def test_sixty_thousand_characters_open_and_scroll(make_session, qtbot):
    text = "\n\n".join([PAGE_TEXT.replace("\n\n", "").strip()] * 700)
    starts = [0]
    while (place := text.find("\n\n", starts[-1])) >= 0:
        starts.append(place + 2)
    ends = [*(start - 2 for start in starts[1:]), len(text)]
    articles = tuple(
        Article(id=f"a{number}", segments=(Segment(start=start, end=end),))
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    )
    session = make_session(FakeService({"p1": page_record(text, AnnotationSet.of(articles=articles))}))
    session.open_page("p1")
    view = SourceView(session, LIGHT)
    qtbot.addWidget(view)
    view.resize(620, 560)
    view.show()
    session.select(Selection(article_id="a600", caret=articles[600].start), session)
    third = (0.2 * view.viewport().height(), 0.5 * view.viewport().height())
    assert third[0] < view.cursorRect().top() < third[1]
    session.select(Selection(article_id="a300", caret=articles[300].start), session)
    assert third[0] < view.cursorRect().top() < third[1]


def test_of_a_page_on_one_line_only_what_is_on_the_screen_is_looked_at(make_session, qtbot):
    text = "清溪县政协近日到茶山村调研" * 2000
    annotations = AnnotationSet.of(articles=(Article(id="a1", segments=(Segment(start=0, end=len(text)),)),))
    session = make_session(FakeService({"p1": page_record(text, annotations)}))
    session.open_page("p1")
    view = SourceView(session, LIGHT)
    qtbot.addWidget(view)
    view.resize(620, 560)
    view.show()
    session.select(Selection(article_id="a1", caret=13_000), session)
    [(block, rect)] = view.geometry_of_text.visible_blocks()
    start, end = view.geometry_of_text.visible_range(block, rect)
    assert start <= 13_000 < end
    assert end - start < 2_000


def test_sample_annotations_are_whole():
    from cppcc_reader.core.model.invariants import check

    check(PAGE_TEXT, sample_annotations())


def test_what_one_works_on_stays_in_sight_when_the_pane_grows_narrow(view, session, qtbot):
    view.resize(620, 300)
    start = PAGE_TEXT.index("南岭市政协组织")
    session.select(Selection(article_id="a3", segment_starts=(start,), caret=start))
    view.resize(260, 300)
    assert view.viewport().rect().contains(view.cursorRect().center())
