"""Whatever people do, the page stays whole and every step can be taken back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cppcc_reader.core.editing.change_set import diff
from cppcc_reader.core.editing.command import Command, EditError
from cppcc_reader.core.editing.mention_commands import AddMention, RemoveMentions
from cppcc_reader.core.editing.page_commands import AddNote, SetState
from cppcc_reader.core.editing.page_wide import ChangeConflictError
from cppcc_reader.core.editing.range_commands import NEW_ARTICLE, IsolateRange
from cppcc_reader.core.editing.segment_commands import (
    BeginArticle,
    CutSegment,
    JoinWithPrevious,
    MergeSegments,
    MoveInOrder,
    MoveSegments,
    MoveToNewArticle,
    SetJoin,
    SetRole,
)
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.invariants import check
from cppcc_reader.core.model.note import NoteKind
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.span import Span
from page_builder import build

WORDS = st.text(alphabet="桥东区修好。了 三座，旧　桥𠮷", min_size=1, max_size=12).filter(lambda t: bool(t.strip()))
BLOCKS = st.lists(
    st.tuples(st.sampled_from(["a1", "a2", "a3", ""]), st.sampled_from([r.value for r in Role]), WORDS.map(str.strip)),
    min_size=1,
    max_size=9,
)


@st.composite
def commands(draw: st.DrawFn, page: AnnotationSet, length: int) -> Command:
    """Draw a command that may or may not make sense on the page."""
    offset = draw(st.integers(0, length))
    segments = [segment.start for _article, segment in page.all_segments()]
    start = draw(st.sampled_from(segments))
    starts = tuple(draw(st.lists(st.sampled_from(segments), min_size=1, max_size=3, unique=True)))
    article = draw(st.sampled_from([a.id for a in page.articles] or ["a1"]))
    span = Span(min(offset, length - 1), min(offset, length - 1) + draw(st.integers(1, 9)))
    span = Span(span.start, min(span.end, length))
    choices: list[Command] = [
        BeginArticle(at=offset),
        JoinWithPrevious(article_id=article),
        MoveSegments(starts=starts, target=draw(st.sampled_from([article, None]))),
        MoveToNewArticle(starts=starts),
        SetRole(starts=starts, role=draw(st.sampled_from(list(Role)))),
        MoveInOrder(start=start, step=draw(st.sampled_from([-1, 1]))),
        CutSegment(at=offset),
        MergeSegments(start=start),
        SetJoin(start=start, join=draw(st.booleans())),
        IsolateRange(start=span.start, end=span.end, target=draw(st.sampled_from([NEW_ARTICLE, None, article]))),
        AddMention(fragments=(span,), label=draw(st.sampled_from(["PER", "ORG"]))),
        RemoveMentions(ids=tuple(m.id for m in page.mentions[:1])),
        AddNote(kind=NoteKind.REMARK, span=span, text="看一下"),
        SetState(state=PageState.FINISHED),
    ]
    return draw(st.sampled_from(choices))


@settings(max_examples=150, deadline=None)
@given(st.data(), BLOCKS)
def test_edits_keep_the_page_whole_and_can_be_taken_back(
    data: st.DataObject, blocks: list[tuple[str, str, str]]
) -> None:
    text, page = build(*blocks)
    first, steps = page, []
    for _ in range(8):
        command = data.draw(commands(page, len(text)))
        try:
            after = command.applied_to(text, page)
        except EditError:
            continue
        if not any("实体" in problem or "批注" in problem for problem in _problems(text, after)):
            check(text, after)
            steps.append(diff(page, after, command.name))
            assert steps[-1].applied_to(page) == after
            page = after
    for step in reversed(steps):
        page = step.inverted().applied_to(page)
    assert page == first


def test_a_stale_change_set_is_refused() -> None:
    text, page = build(("a1", "body", "一句。"), ("a1", "body", "两句。"))
    step = diff(page, BeginArticle(at=text.index("两")).applied_to(text, page), "新建文章")
    other = SetRole(starts=(0,), role=Role.HEADLINE).applied_to(text, page)
    try:
        step.applied_to(other)
    except ChangeConflictError:
        return
    raise AssertionError("a change set that no longer fits was applied")


def _problems(text: str, page: AnnotationSet) -> list[str]:
    from cppcc_reader.core.model.invariants import find_problems

    # Mentions and notes drawn at random may cross blank lines: the service refuses them, the segments must hold.
    return list(find_problems(text, page))
