"""Random pages with everything that an annotation set can hold, for property tests."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.note import Note, NoteKind
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Alternative, Evidence, Segment
from cppcc_reader.core.model.span import Span
from page_builder import build

WORDS = st.text(alphabet="桥东区修好。了 三座，旧　桥𠮷😀“”|\"'\u2028\x0c", min_size=1, max_size=14).filter(str.strip)
BLOCKS = st.lists(
    st.tuples(
        st.sampled_from(["a1", "a2", "a3", ""]), st.sampled_from([role.value for role in Role]), WORDS.map(str.strip)
    ),
    min_size=1,
    max_size=8,
)
CONFIDENCES = st.floats(0, 1)
EVIDENCES = st.none() | st.builds(Evidence, CONFIDENCES, st.sampled_from(["", "上段句子未完", "含“讯”字"]))
ALTERNATIVES = st.lists(
    st.builds(
        Alternative,
        kind=st.sampled_from(["role", "attach", "begin", "furniture", "join"]),
        role=st.none() | st.sampled_from(list(Role)),
        target=st.none() | st.integers(0, 99),
        evidence=st.builds(Evidence, CONFIDENCES),
    ),
    max_size=2,
).map(tuple)


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, AnnotationSet]:
    """Draw a text and a set that fits it, with evidence, alternatives, mentions, notes and a state."""
    text, plain = build(*draw(BLOCKS))
    return text, AnnotationSet.of(
        articles=tuple(
            replace(
                article,
                confidence=draw(st.none() | CONFIDENCES),
                continues_to=draw(st.none() | st.just("p2#a1")),
                segments=tuple(draw(_dressed(segment)) for segment in article.segments),
            )
            for article in plain.articles
        ),
        furniture=tuple(draw(_dressed(segment)) for segment in plain.furniture),
        mentions=draw(_mentions(plain)),
        notes=draw(_notes(plain)),
        state=draw(st.sampled_from(list(PageState))),
        set_aside_reason=draw(st.sampled_from(["", "字迹不清"])),
        rejected=frozenset(draw(st.lists(st.tuples(st.just("PER"), st.sampled_from(["修好", "三座"])), max_size=2))),
    )


@st.composite
def _dressed(draw: st.DrawFn, segment: Segment) -> Segment:
    return replace(
        segment,
        role_evidence=draw(EVIDENCES),
        link_evidence=draw(EVIDENCES),
        checked=draw(st.booleans()),
        alternatives=draw(ALTERNATIVES),
    )


@st.composite
def _mentions(draw: st.DrawFn, plain: AnnotationSet) -> tuple[Mention, ...]:
    starts = [segment.start for _article, segment in plain.all_segments()]
    # The first character of a segment is never blank; several of them make a mention in fragments.
    chosen = draw(st.lists(st.lists(st.sampled_from(starts), min_size=1, max_size=3, unique=True), max_size=4))
    return tuple(
        Mention(
            id=f"m{number}",
            label=draw(st.sampled_from(["PER", "ORG"])),
            fragments=tuple(Span(start, start + 1) for start in fragments),
            origin=draw(st.sampled_from(list(Origin))),
            evidence=draw(EVIDENCES),
            normal_form=draw(st.none() | st.just("东区")),
        )
        for number, fragments in enumerate(chosen)
    )


@st.composite
def _notes(draw: st.DrawFn, plain: AnnotationSet) -> tuple[Note, ...]:
    segments = [segment for _article, segment in plain.all_segments()]
    return tuple(
        Note(
            id=f"n{number}",
            kind=draw(st.sampled_from(list(NoteKind))),
            span=draw(st.sampled_from(segments)).span,
            text=draw(st.sampled_from(["", "应为“巍”"])),
            author=draw(st.sampled_from(["", "甲"])),
            resolved=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 2)))
    )
