"""Whatever people do on several pages, alone or at once, undo and redo keep exactly the steps that stand.

The model is the definition: a page is what its standing steps, in the order they were made, make of its start.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from cppcc_reader.core.editing.change_set import ChangeSet
from cppcc_reader.core.editing.command import Command, EditError
from cppcc_reader.core.editing.filing_commands import Assign, FilingCommand, SetMeta, SetTrashed
from cppcc_reader.core.editing.mention_commands import AddMention, RejectMentions, RelabelMentions, RemoveMentions
from cppcc_reader.core.editing.page_commands import AddNote, RemoveNote, SetState
from cppcc_reader.core.editing.segment_commands import BeginArticle, JoinWithPrevious, SetRole
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.invariants import check
from cppcc_reader.core.model.note import NoteKind
from cppcc_reader.core.model.page import PageFiling, PageMeta, PageState
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.span import Span
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.services.library_check import check_library
from cppcc_reader.services.step_plan import StepBlockedError
from cppcc_reader.storage.library import Library
from library_builder import NOW, add_page
from page_builder import build

TEXT, START = build(
    ("a1", "headline", "桥东区修桥"),
    ("a1", "body", "三座旧桥修好了。"),
    ("a2", "headline", "茶园"),
    ("a2", "body", "丰收了。"),
)
PAGES = ("p1", "p2", "p3")
SEGMENTS = [segment.start for _article, segment in START.all_segments()]

_COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(
        lambda at, role: SetRole(starts=(at,), role=role), st.sampled_from(SEGMENTS), st.sampled_from(list(Role))
    ),
    st.builds(lambda at: BeginArticle(at=at), st.sampled_from(SEGMENTS)),
    st.builds(lambda one: JoinWithPrevious(article_id=one), st.sampled_from(["a2", "a3"])),
    st.builds(
        lambda at, label: AddMention(fragments=(Span(at, at + 2),), label=label), st.integers(0, 3), st.just("LOC")
    ),
    st.builds(lambda one: RemoveMentions(ids=(one,)), st.sampled_from(["m1", "m2", "m3"])),
    st.builds(lambda one: RelabelMentions(ids=(one,), label="ORG"), st.sampled_from(["m1", "m2"])),
    st.builds(lambda one: RejectMentions(ids=(one,)), st.sampled_from(["m1", "m2"])),
    st.builds(lambda at: AddNote(kind=NoteKind.REMARK, span=Span(at, at + 1), text="查"), st.integers(0, 3)),
    st.builds(lambda one: RemoveNote(id=one), st.sampled_from(["n1", "n2"])),
    st.builds(lambda state: SetState(state=state), st.sampled_from([PageState.FINISHED, PageState.GOLD])),
)
_FILINGS: st.SearchStrategy[FilingCommand] = st.one_of(
    st.builds(Assign, st.sampled_from(["", "李明", "王芳"])),
    st.builds(SetTrashed, st.booleans()),
    st.builds(lambda paper: SetMeta(PageMeta(paper=paper)), st.sampled_from([None, "江城报"])),
)
_SOME_PAGES = st.lists(st.sampled_from(PAGES), min_size=1, max_size=3, unique=True)


@dataclass
class _World:
    """A library, and beside it what should be in it: the steps of each page with whether they stand."""

    library: Library
    service: AnnotationService
    steps: dict[str, list[tuple[int, ChangeSet]]] = field(default_factory=lambda: {page: [] for page in PAGES})
    standing: set[tuple[str, int]] = field(default_factory=set)

    def do(self, action: Callable[[], dict[str, ChangeSet]]) -> None:
        """Carry out something new and write down which steps it made."""
        try:
            changes = action()
        except EditError:
            return
        if changes:
            (entry,) = self.library.log.entries(limit=1)
            for page_id, change in changes.items():
                self.steps[page_id].append((entry.id, change))
                self.standing.add((page_id, entry.id))

    def step(self, action: Callable[[], object], *, is_jump: bool = False) -> None:
        """Undo or redo something; a refused one changes nothing at all."""
        before = [self._state(page_id) for page_id in PAGES]
        refused: EditError | None = None
        try:
            action()
        except EditError as error:
            refused = error
        if refused is not None:
            # A jump may have gone a part of the way: what stands is read from the log below.
            assert is_jump or before == [self._state(page_id) for page_id in PAGES]
            assert isinstance(refused, StepBlockedError) or "没有可" in str(refused)
        for page_id in PAGES:
            shown = {entry.id: not entry.undone for entry in self.library.log.entries(page_id)}
            for entry_id, _change in self.steps[page_id]:
                (self.standing.add if shown.get(entry_id) else self.standing.discard)((page_id, entry_id))

    def verify(self) -> None:
        """Hold what is stored against what the standing steps make of the start."""
        for page_id in PAGES:
            annotations, filing = START, PageFiling()
            for entry_id, change in self.steps[page_id]:
                if (page_id, entry_id) in self.standing:
                    annotations, filing = change.applied_to(annotations), change.filed(filing)
            assert self._state(page_id) == (annotations, filing)
            check(TEXT, annotations)
        assert check_library(self.library).problems == ()

    def _state(self, page_id: str) -> tuple[AnnotationSet, PageFiling]:
        return self.library.annotations.load(page_id), self.library.pages.filing(page_id)


@settings(max_examples=60)
@given(st.data())
def test_the_library_holds_exactly_the_standing_steps(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder, Library.create(Path(folder, "库.cppcc")) as library:
        for page_id in PAGES:
            add_page(library, page_id, TEXT, START)
        world = _World(library, _service(library))
        for _ in range(data.draw(st.integers(1, 14))):
            _at_random(data, world)
        world.verify()
        for page_id in PAGES:
            _undo_all(world, page_id)
        world.verify()
        assert all(world.service.undo_name(page_id) is None for page_id in PAGES)
        assert not world.standing


def _at_random(data: st.DataObject, world: _World) -> None:
    service, pages = world.service, data.draw(_SOME_PAGES)
    match data.draw(st.sampled_from(["edit", "edit", "bulk", "bulk", "file", "undo", "undo", "redo", "one", "jump"])):
        case "edit":
            command = data.draw(_COMMANDS)
            world.do(lambda: _one(service, pages[0], command))
        case "bulk":
            command = data.draw(_COMMANDS)
            world.do(lambda: service.execute_bulk(dict.fromkeys(pages, command), "批量"))
        case "file":
            filing = data.draw(_FILINGS)
            world.do(lambda: service.file(dict.fromkeys(pages, filing), "登记"))
        case "undo":
            world.step(partial(service.undo, pages[0], partly=data.draw(st.booleans())))
        case "redo":
            world.step(partial(service.redo, pages[0], partly=data.draw(st.booleans())))
        case "one":
            if entries := service.library_history(20):
                entry = data.draw(st.sampled_from(entries))
                again = service.redo_entry if entry.undone else service.undo_entry
                world.step(partial(again, entry.id, partly=data.draw(st.booleans())))
        case "jump":
            ids = [None, *(entry.id for entry in service.history(pages[0]))]
            world.step(partial(_jump, service, pages[0], data.draw(st.sampled_from(ids))), is_jump=True)


def _one(service: AnnotationService, page_id: str, command: Command) -> dict[str, ChangeSet]:
    change = service.execute(page_id, command)
    return {} if change.is_empty else {page_id: change}


def _jump(service: AnnotationService, page_id: str, entry_id: int | None) -> None:
    """Jump with pages in the way left out; the step jumped to must then stand as the last one."""
    service.jump_to(page_id, entry_id, partly=True)
    standing = [entry.id for entry in service.history(page_id) if not entry.undone]
    assert standing[-1:] == ([] if entry_id is None else [entry_id])


def _undo_all(world: _World, page_id: str) -> None:
    while world.service.undo_name(page_id) is not None:
        world.step(partial(world.service.undo, page_id, partly=True))


def _service(library: Library) -> AnnotationService:
    return AnnotationService(library, annotator="甲", clock=lambda: NOW)
