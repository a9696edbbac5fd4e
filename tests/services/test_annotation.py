"""The annotation service: one step, one transaction, undone by the same door."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cppcc_reader.core.editing.command import EditError
from cppcc_reader.core.editing.filing_commands import ASSIGN_STEP, META_STEP, TRASH_STEP, Assign, SetMeta, SetTrashed
from cppcc_reader.core.editing.mention_commands import AddMention, RelabelMentions
from cppcc_reader.core.editing.page_commands import SetState
from cppcc_reader.core.editing.segment_commands import BeginArticle, JoinWithPrevious, SetRole
from cppcc_reader.core.model.page import PageFiling, PageMeta, PageState
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.span import Span
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.services.backup import snapshots
from cppcc_reader.services.step_plan import StepBlockedError
from cppcc_reader.storage.library import Library
from library_builder import NOW, add_page
from page_builder import build

TEXT, PAGE = build(
    ("a1", "headline", "桥东区修好三座桥"),
    ("a1", "body", "桥东区今年修好了三座旧桥。"),
    ("a1", "body", "茶园今年丰收，茶农很高兴。"),
)


class Clock:
    """A clock that moves on by a second at each look."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now.astimezone(UTC)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "a.cppcc") as library:
        add_page(library, "p1", TEXT, PAGE)
        add_page(library, "p2", TEXT, PAGE)
        yield library


@pytest.fixture
def service(library: Library) -> AnnotationService:
    return AnnotationService(library, annotator="李明", clock=Clock())


def begin() -> BeginArticle:
    return BeginArticle(at=TEXT.index("茶园"))


def test_a_step_is_stored_and_the_page_is_in_progress(library: Library, service: AnnotationService) -> None:
    change = service.execute("p1", begin())
    assert change.keys_of("article") == {"a1", "a2"}
    stored = library.annotations.load("p1")
    assert len(stored.articles) == 2
    assert stored.state is PageState.IN_PROGRESS
    assert [entry.annotator for entry in service.history("p1")] == ["李明"]


def test_undo_and_redo_survive_a_restart(library: Library, service: AnnotationService, tmp_path: Path) -> None:
    service.execute("p1", begin())
    after = library.annotations.load("p1")
    library.close()
    with Library.open(tmp_path / "a.cppcc") as again:
        fresh = AnnotationService(again, annotator="王芳", clock=Clock())
        assert fresh.undo_name("p1") == "新建文章"
        fresh.undo("p1")
        assert again.annotations.load("p1") == PAGE
        assert fresh.redo_name("p1") == "新建文章"
        fresh.redo("p1")
        assert again.annotations.load("p1") == after


def test_a_new_step_drops_what_was_undone(service: AnnotationService) -> None:
    service.execute("p1", begin())
    service.undo("p1")
    service.execute("p1", SetRole(starts=(0,), role=Role.KICKER))
    assert service.redo_name("p1") is None
    with pytest.raises(EditError, match="没有可重做"):
        service.redo("p1")


def test_a_refused_command_stores_nothing(library: Library, service: AnnotationService) -> None:
    with pytest.raises(EditError):
        service.execute("p1", JoinWithPrevious(article_id="a1"))
    assert library.annotations.load("p1") == PAGE
    assert service.history("p1") == []


def test_a_step_that_would_break_the_page_is_refused(library: Library, service: AnnotationService) -> None:
    across = AddMention(fragments=(Span(4, 14),), label="ORG")
    with pytest.raises(EditError, match="破坏版面"):
        service.execute("p1", across)
    assert library.annotations.load("p1") == PAGE


def test_a_step_that_changes_nothing_is_no_step(service: AnnotationService) -> None:
    service.execute("p1", SetState(state=PageState.FINISHED))
    assert service.execute("p1", SetState(state=PageState.FINISHED)).is_empty
    assert len(service.history("p1")) == 1


def test_a_bulk_action_is_one_step_on_all_its_pages(library: Library, service: AnnotationService) -> None:
    tag = AddMention(fragments=(Span(0, 3),), label="LOC")
    changes = service.execute_bulk({"p1": tag, "p2": tag}, "全库标注")
    assert set(changes) == {"p1", "p2"}
    assert set(service.undo("p2")) == {"p1", "p2"}
    assert library.annotations.load("p1") == library.annotations.load("p2") == PAGE


def test_a_bulk_action_is_undone_past_later_steps_on_other_records(
    library: Library, service: AnnotationService
) -> None:
    tag = AddMention(fragments=(Span(0, 3),), label="LOC")
    service.execute_bulk({"p1": tag, "p2": tag}, "全库标注")
    service.execute("p2", begin())
    assert set(service.undo("p1")) == {"p1", "p2"}
    second = library.annotations.load("p2")
    assert (len(second.articles), second.mentions) == (2, ())
    assert [(entry.name, entry.undone) for entry in service.history("p2")] == [("全库标注", True), ("新建文章", False)]
    assert set(service.redo("p2")) == {"p1", "p2"}
    assert len(library.annotations.load("p2").mentions) == 1


def test_pages_in_the_way_of_a_bulk_action_are_named_and_can_be_left_out(
    library: Library, service: AnnotationService
) -> None:
    tag = AddMention(fragments=(Span(0, 3),), label="LOC")
    service.execute_bulk({"p1": tag, "p2": tag}, "全库标注")
    mention = library.annotations.load("p2").mentions[0].id
    service.execute("p2", RelabelMentions(ids=(mention,), label="ORG"))
    with pytest.raises(StepBlockedError, match=r"p2\.txt（.+）后来又改动了同样的内容.*其余 1 版") as caught:
        service.undo("p1")
    assert caught.value.plan.free == ("p1",)
    assert library.annotations.load("p1").mentions
    assert set(service.undo("p1", partly=True)) == {"p1"}
    assert (library.annotations.load("p1").mentions, service.undo_name("p1")) == ((), None)
    service.undo("p2")
    assert set(service.undo("p2")) == {"p2"}
    assert library.annotations.load("p2") == PAGE
    assert set(service.redo("p1")) == {"p1", "p2"}


def test_a_snapshot_is_taken_before_every_bulk_action_and_no_other(
    library: Library, service: AnnotationService
) -> None:
    service.execute("p1", begin())
    service.file({"p1": Assign("李明")}, "分派版面")
    assert snapshots(library.path) == []
    other = AddMention(fragments=(Span(3, 5),), label="LOC")
    service.execute_bulk({"p1": other, "p2": other}, "全库标注")
    service.file({"p1": Assign("王芳"), "p2": Assign("王芳")}, "分派版面")
    assert sorted(one.reason for one in snapshots(library.path)) == ["全库标注", "分派版面"]


def test_a_bulk_action_begins_no_work_on_a_page(library: Library, service: AnnotationService) -> None:
    tag = AddMention(fragments=(Span(0, 3),), label="LOC")
    service.execute_bulk({"p1": tag, "p2": tag}, "全库标注")
    assert library.annotations.load("p1").state is PageState.NEW


def test_filing_is_a_step_like_any_other(library: Library, service: AnnotationService, tmp_path: Path) -> None:
    meta = PageMeta(paper="江城报", date="1955-01-02", page_no="3")
    service.file({"p1": SetMeta(meta), "p2": SetMeta(meta)}, META_STEP)
    service.file({"p1": Assign("王芳")}, ASSIGN_STEP)
    service.file({"p1": SetTrashed()}, TRASH_STEP)
    assert [entry.name for entry in service.history("p1")] == [META_STEP, ASSIGN_STEP, TRASH_STEP]
    assert library.pages.ids() == ["p2"]
    library.close()
    with Library.open(tmp_path / "a.cppcc") as again:
        fresh = AnnotationService(again, annotator="王芳", clock=Clock())
        steps = [entry.id for entry in fresh.history("p1")]
        fresh.jump_to("p1", steps[0])
        assert again.pages.filing("p1") == PageFiling(meta=meta)
        assert set(fresh.undo("p1")) == {"p1", "p2"}
        assert again.pages.filing("p2") == PageFiling()
        fresh.jump_to("p1", steps[2])
        assert again.pages.filing("p1") == PageFiling(meta=meta, assignee="王芳", trashed=True)
        assert again.pages.filing("p2") == PageFiling(meta=meta)


def test_filing_of_many_pages_is_undone_past_later_filing_of_another_kind(
    library: Library, service: AnnotationService
) -> None:
    service.file({"p1": Assign("李明"), "p2": Assign("李明")}, ASSIGN_STEP)
    service.file({"p2": SetTrashed()}, TRASH_STEP)
    service.undo("p1")
    assert library.pages.filing("p2") == PageFiling(trashed=True)
    service.redo("p1")
    service.file({"p2": Assign("王芳")}, ASSIGN_STEP)
    with pytest.raises(StepBlockedError, match="分派版面"):
        service.undo("p1")


def test_a_step_of_the_library_is_taken_back_alone(library: Library, service: AnnotationService) -> None:
    service.execute("p1", begin())
    service.execute("p1", AddMention(fragments=(Span(0, 3),), label="LOC"))
    mentioned, begun = service.library_history(2)
    assert (begun.name, begun.page_name) == ("新建文章", "p1.txt")
    service.undo_entry(begun.id)
    after = library.annotations.load("p1")
    assert (len(after.articles), len(after.mentions)) == (1, 1)
    with pytest.raises(EditError, match="没有可撤销"):
        service.undo_entry(begun.id)
    service.redo_entry(begun.id)
    service.undo_entry(mentioned.id)
    assert len(library.annotations.load("p1").articles) == 2


def test_history_jumps_both_ways(library: Library, service: AnnotationService) -> None:
    service.execute("p1", begin())
    middle = library.annotations.load("p1")
    service.execute("p1", SetRole(starts=(0,), role=Role.KICKER))
    last = library.annotations.load("p1")
    first_id, last_id = (entry.id for entry in service.history("p1"))
    service.jump_to("p1", first_id)
    assert library.annotations.load("p1") == middle
    service.jump_to("p1", None)
    assert library.annotations.load("p1") == PAGE
    service.jump_to("p1", last_id)
    assert library.annotations.load("p1") == last


def test_the_page_in_memory_and_the_stored_one_stay_the_same(library: Library, service: AnnotationService) -> None:
    service.record("p1")
    service.execute("p1", begin())
    service.execute("p1", AddMention(fragments=(Span(0, 3),), label="LOC"))
    service.undo("p1")
    service.execute("p1", SetRole(starts=(0,), role=Role.KICKER))
    # A stale page in memory would bring the mention back or lose the second article.
    stored = library.annotations.load("p1")
    assert (len(stored.articles), stored.mentions) == (2, ())
    assert stored.articles[0].segments[0].role is Role.KICKER


def test_what_a_background_job_wrote_is_seen_by_the_next_step(library: Library, service: AnnotationService) -> None:
    service.record("p1")
    with library.sibling() as own:
        job = AnnotationService(own, annotator="后台", clock=Clock())
        job.execute("p1", AddMention(fragments=(Span(0, 3),), label="LOC"))
    service.execute("p1", begin())
    stored = library.annotations.load("p1")
    assert (len(stored.articles), len(stored.mentions)) == (2, 1)
    service.undo("p1")
    service.undo("p1")
    assert library.annotations.load("p1") == PAGE
