import pytest
from view_fakes import PAGE_TEXT, span_of

from cppcc_reader.core.editing.page_commands import AddNote
from cppcc_reader.core.editing.segment_commands import AcceptSegments, JoinWithPrevious
from cppcc_reader.core.model.note import NoteKind
from cppcc_reader.views.annotation_session import Selection
from cppcc_reader.views.source_plan import SourcePlan
from cppcc_reader.views.status_bar import StatusBar


@pytest.fixture
def bar(session, qtbot):
    made = StatusBar(session, lambda: SourcePlan(session.text, session.annotations))
    qtbot.addWidget(made)
    return made


def texts(bar):
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in bar.findChildren(QLabel)]


def test_the_doubts_left_are_counted_down(bar, session):
    assert any("1" in text and "疑点" in text for text in texts(bar))
    session.execute(AcceptSegments(starts=(PAGE_TEXT.index("松说。"),)))
    assert "没有疑点" in texts(bar)


def test_the_doubt_at_the_caret_is_told_with_its_reason(bar, session):
    session.select(Selection(caret=PAGE_TEXT.index("松说。") + 2))
    assert "上段句子未完" in bar.message()
    assert "62%" in bar.message()
    assert bar.message().endswith("另一种读法：另起一篇 30%")


def test_the_label_and_the_note_at_the_caret_are_told(bar, session):
    span = span_of(PAGE_TEXT, "高远")
    session.execute(AddNote(kind=NoteKind.REMARK, span=span, text="名字待核"))
    session.select(Selection(caret=span.start))
    assert "人名" in bar.message()
    assert "名字待核" in bar.message()


def test_saved_is_said_only_after_saving_with_the_time(bar, session):
    assert bar.saved_words() == ""
    session.execute(JoinWithPrevious(article_id="a1"))
    assert bar.saved_words() == ""
    session.execute(JoinWithPrevious(article_id="a3"))
    assert bar.saved_words().startswith("已保存 ")
    assert len(bar.saved_words().split(":")) == 3


def test_marked_text_is_counted(bar, session):
    session.select(Selection(fragments=(span_of(PAGE_TEXT, "高远"), span_of(PAGE_TEXT, "松说。")), caret=3))
    assert any("5" in text and "字" in text for text in texts(bar))


def test_a_message_stays_until_the_caret_moves(bar, session):
    session.message.emit("请先把光标放进一篇文章")
    assert bar.message() == "请先把光标放进一篇文章"
    session.select(Selection(caret=0))
    assert bar.message() == "栏目"


def test_a_long_message_is_cut_and_never_widens_the_window(bar, session):
    before = bar.minimumSizeHint().width()
    session.message.emit("很长的消息" * 100)
    assert bar.minimumSizeHint().width() == before


def test_a_long_message_ends_in_dots_and_the_tooltip_has_all_of_it(bar, session, qtbot):
    bar.resize(420, 30)
    bar.show()
    words = "这一步没有完成，也没有保存：" + "磁盘已满" * 30
    session.message.emit(words)
    bar.grab()
    assert bar._words.shown_words().endswith("…")
    assert bar._words.toolTip() == bar.message() == words
    session.message.emit("已撤销")
    bar.grab()
    assert bar._words.shown_words() == "已撤销"
    assert bar._words.toolTip() == ""


def test_a_message_does_not_keep_the_place_of_the_page_before(bar, session):
    session.select(Selection(fragments=(span_of(PAGE_TEXT, "高远"),), caret=0))
    assert "已选 2 字" in texts(bar)
    bar.say("已完成")
    session.open_page(session.record.page.id)
    assert "已选 2 字" not in texts(bar)
