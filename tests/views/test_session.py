from view_fakes import NOW

from cppcc_reader.core.editing.page_commands import SetState
from cppcc_reader.core.editing.segment_commands import BeginArticle, JoinWithPrevious
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.span import Span
from cppcc_reader.views.annotation_session import Selection


def test_an_edit_reaches_the_listeners_and_is_called_saved(session, qtbot):
    changes, saved = [], []
    session.changed.connect(lambda change, origin: changes.append((change, origin)))
    session.saved.connect(saved.append)

    assert session.execute(JoinWithPrevious(article_id="a3"), origin=session)

    assert changes[0][1] is session
    assert [article.id for article in session.annotations.articles] == ["a1", "a2"]
    assert session.record.annotations == session.annotations
    assert saved == [NOW]


def test_a_refused_edit_says_why_and_changes_nothing(session):
    before, messages = session.annotations, []
    session.message.connect(messages.append)

    assert not session.execute(JoinWithPrevious(article_id="a1"))

    assert session.annotations == before
    assert messages[0]


def test_a_read_only_window_refuses_edits_and_says_why(fake_service, make_session):
    session = make_session(fake_service, read_only=True)
    session.open_page("p1")
    messages = []
    session.message.connect(messages.append)

    assert not session.execute(SetState(state=PageState.FINISHED, reason=""))
    assert "只读" in messages[0]


def test_undo_and_redo_go_by_name(session):
    before = session.annotations
    session.execute(JoinWithPrevious(article_id="a3"))
    after = session.annotations
    name = session.undo_name()

    session.undo()
    assert session.annotations == before
    assert session.undo_name() is None
    assert session.redo_name() == name

    session.redo()
    assert session.annotations == after


def test_the_selection_follows_what_became_of_it(session):
    start = session.annotations.article("a3").segments[1].start
    session.select(Selection(article_id="a3", segment_starts=(start,), caret=start))

    session.execute(BeginArticle(at=start))

    owner, _segment = session.annotations.segment_at(start)
    assert owner.id != "a3"
    assert session.selection.article_id == owner.id


def test_neighbours_never_share_a_hue_and_unchanged_articles_keep_theirs(session):
    before = dict(session.hues)
    assert len(set(before.values())) == len(before)

    session.execute(JoinWithPrevious(article_id="a3"))

    assert session.hues == {key: before[key] for key in ("a1", "a2")}
    assert session.keys == {"a1": "1", "a2": "2"}


def test_a_broken_disk_is_told_in_words_and_not_as_a_crash(session, fake_service, allow_logs):
    allow_logs("action failed")

    def fail(_page_id, _command):
        raise OSError("磁盘已满")

    fake_service.execute = fail
    messages = []
    session.message.connect(messages.append)

    assert not session.execute(JoinWithPrevious(article_id="a3"))
    assert "磁盘已满" in messages[0]


def test_choosing_something_takes_the_pointers_tint_away(session, qtbot):
    session.hover((Span(0, 4),))
    with qtbot.waitSignal(session.hovered) as told:
        session.select(Selection(caret=3))
    assert told.args == [(), None]
