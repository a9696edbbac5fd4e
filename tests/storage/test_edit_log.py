"""Every step is kept with who and when; undoing all of them leads back to the start, after a restart too."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cppcc_reader.core.editing.change_set import ChangeSet, diff
from cppcc_reader.core.editing.command import EditError
from cppcc_reader.core.editing.segment_commands import BeginArticle, JoinWithPrevious, MoveSegments, SetRole
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.role import Role
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.storage.errors import UnknownPageError
from cppcc_reader.storage.library import Library
from library_builder import NOW, add_page
from page_builder import build
from random_pages import pages


@settings(max_examples=25)
@given(st.data(), pages())
def test_undoing_every_step_after_a_restart_leads_back(data: st.DataObject, page: tuple[str, AnnotationSet]) -> None:
    text, start = page
    with TemporaryDirectory() as folder:
        path = Path(folder, "库.cppcc")
        with Library.create(path) as library:
            add_page(library, "p1", text, start)
            _edit_at_random(data, _service(library), text)
            end = library.annotations.load("p1")
        with Library.open(path) as library:
            service, steps = _service(library), 0
            while service.undo_name("p1") is not None:
                service.undo("p1")
                steps += 1
            assert library.annotations.load("p1") == start
        with Library.open(path) as library:
            service = _service(library)
            for _ in range(steps):
                service.redo("p1")
            assert service.redo_name("p1") is None
            assert library.annotations.load("p1") == end


def _edit_at_random(data: st.DataObject, service: AnnotationService, text: str) -> None:
    for _ in range(data.draw(st.integers(0, 6))):
        annotations = service.record("p1").annotations
        start = data.draw(st.sampled_from([segment.start for _article, segment in annotations.all_segments()]))
        article = data.draw(st.sampled_from([one.id for one in annotations.articles] or ["无"]))
        command = data.draw(
            st.sampled_from(
                [
                    SetRole(starts=(start,), role=data.draw(st.sampled_from(list(Role)))),
                    BeginArticle(at=data.draw(st.integers(0, len(text)))),
                    MoveSegments(starts=(start,), target=data.draw(st.sampled_from([article, None]))),
                    JoinWithPrevious(article_id=article),
                ]
            )
        )
        try:
            service.execute("p1", command)
        except EditError:
            continue


@pytest.fixture
def library(tmp_path: Path) -> Library:
    made = Library.create(tmp_path / "库.cppcc")
    text, annotations = build(("a1", "headline", "新桥通车"), ("a1", "body", "桥修好了。"))
    for page_id in ("p1", "p2"):
        add_page(made, page_id, text, annotations)
    yield made
    made.close()


def _step(library: Library, *page_ids: str, name: str = "完成") -> int:
    before = library.annotations.load("p1")
    change = diff(before, before.replaced(state=PageState.FINISHED), name)
    return library.log.append(
        name=name, annotator="甲", time=NOW, changes=dict.fromkeys(page_ids, change), gesture="拖动"
    )


def test_a_step_says_what_who_when_and_where(library: Library) -> None:
    entry_id = _step(library, "p1", "p2")
    entry = library.log.entry(entry_id)
    assert (entry.name, entry.annotator, entry.time) == ("完成", "甲", "2026-01-02T03:04:05.000+00:00")
    assert (entry.page_ids, entry.undone, entry.gesture) == (("p1", "p2"), False, "拖动")
    changes = library.log.changes(entry_id)
    assert set(changes) == {"p1", "p2"}
    assert isinstance(changes["p1"], ChangeSet)
    assert changes["p1"].keys_of("page") == {"status"}


def test_undo_and_redo_go_by_page(library: Library) -> None:
    first, second, third = _step(library, "p1", name="一"), _step(library, "p1", "p2", name="二"), _step(library, "p2")
    assert _ids(library, "p1") == (second, None)
    library.log.set_undone(second, ["p1", "p2"], True)
    assert _ids(library, "p1") == (first, second)
    library.log.set_undone(first, ["p1"], True)
    assert _ids(library, "p1") == (None, first)
    assert library.log.entry(first).undone
    library.log.set_undone(first, ["p1"], False)
    assert _ids(library, "p1") == (first, second)
    assert _ids(library, "p2") == (third, second)


def test_a_step_stands_on_each_page_by_itself(library: Library) -> None:
    shared = _step(library, "p1", "p2")
    library.log.set_undone(shared, ["p2"], True)
    assert (_ids(library, "p1"), _ids(library, "p2")) == ((shared, None), (None, shared))
    assert [entry.undone for entry in library.log.entries("p1")] == [False]
    assert [entry.undone for entry in library.log.entries("p2")] == [True]
    assert not library.log.entry(shared).undone
    assert library.log.pages_where(shared, undone=True) == ["p2"]
    library.log.set_undone(shared, ["p1"], True)
    assert library.log.entry(shared).undone


def test_what_was_undone_last_comes_back_first(library: Library) -> None:
    first, second = _step(library, "p1"), _step(library, "p1")
    library.log.set_undone(first, ["p1"], True)
    library.log.set_undone(second, ["p1"], True)
    assert _ids(library, "p1") == (None, second)
    assert [one.entry_id for one in library.log.later(first, "p1", undone=True)] == [second]
    assert library.log.later(second, "p1", undone=True) == []


def test_the_steps_after_a_step_say_what_they_touched(library: Library) -> None:
    first, second = _step(library, "p1"), _step(library, "p1", name="后来")
    (later,) = library.log.later(first, "p1", undone=False)
    assert (later.entry_id, later.name, later.touched) == (second, "后来", frozenset({("page", "state")}))


def test_discarded_steps_are_offered_no_more(library: Library) -> None:
    first, second = _step(library, "p1"), _step(library, "p1", "p2")
    library.log.set_undone(second, ["p1", "p2"], True)
    library.log.discard_undone(["p2"])
    assert _ids(library, "p2") == (None, None)
    assert _ids(library, "p1") == (first, second)
    library.log.discard_undone(["p1"])
    assert [entry.id for entry in library.log.entries()] == [first]


def test_the_newest_steps_come_first(library: Library) -> None:
    first, second, third = _step(library, "p1"), _step(library, "p2"), _step(library, "p1")
    assert [entry.id for entry in library.log.entries()] == [third, second, first]
    assert [entry.id for entry in library.log.entries("p1")] == [third, first]
    assert [entry.id for entry in library.log.entries(limit=2)] == [third, second]
    assert [entry.id for entry in library.log.entries("p1", limit=1)] == [third]


def test_a_step_on_an_unknown_page_leaves_nothing_behind(library: Library) -> None:
    with pytest.raises(UnknownPageError):
        _step(library, "p1", "无")
    assert library.log.entries() == []
    with pytest.raises(KeyError):
        library.log.changes(1)


def test_a_time_without_a_zone_is_refused(library: Library) -> None:
    with pytest.raises(ValueError, match="zone"):
        library.log.append(name="", annotator="", time=datetime(2026, 1, 1), changes={})


def _ids(library: Library, page_id: str) -> tuple[int | None, int | None]:
    undo, redo = library.log.last_active(page_id), library.log.next_redo(page_id)
    return (undo and undo.id, redo and redo.id)


def _service(library: Library) -> AnnotationService:
    return AnnotationService(library, annotator="甲", clock=lambda: datetime(2026, 1, 2, tzinfo=UTC))
