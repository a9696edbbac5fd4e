"""Pages that try every format: nasty characters, broken, nested and crossing names, notes, continuations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from hypothesis import assume
from hypothesis import strategies as st

from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.note import Note, NoteKind
from cppcc_reader.core.model.page import Page, PageMeta, PageSource, PageState
from cppcc_reader.core.model.provenance import PageRecord, Provenance
from cppcc_reader.core.model.segment import Evidence
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET
from cppcc_reader.formats.document_builder import documents_of
from cppcc_reader.formats.exporter import Exporter, Target
from cppcc_reader.formats.loss import Loss, fit, xml_safe
from cppcc_reader.formats.reading import Refusal
from cppcc_reader.formats.training_document import TrainingDocument, Unit
from page_builder import build

NASTY = (
    "𠮷野👨🏻‍🚒说:“a\tb”\x0c换页\u2028行分隔\x85下一行 =SUM(1) 'x' \"y\" <b>&amp;</b> ]]> "
    "\ufeff零宽\u200b，GDP增长3.5%。"
)


def nasty_record(page_id: str = "p1", *, date: str | None = "2022-08-17") -> PageRecord:
    """A page in which everything occurs that a format may stumble over."""
    text, annotations = build(
        ("", "section", "=栏目+公式"),
        ("a1", "kicker", "@引题"),
        ("a1", "headline", "=1+1 主题\n第二行"),
        ("a1", "dateline", "本报讯(记者 赵  政)"),
        ("a2", "headline", "云江县政协视察茶园"),
        ("a1", "body", NASTY + "云江省白"),
        ("a2", "body", "近日,白水市政协主席李安到白水市政协机关。"),
        ("a1", "+body", "水县通报。完\n转行也算"),
        ("a2", "caption", "-图为茶园"),
        ("", "other", "责编 王一"),
    )
    article = replace(annotations.article("a1"), continues_to="p2#a9")
    other = replace(annotations.article("a2"), continued_from="p0#a3")
    page = Page(
        id=page_id,
        text=text,
        source=PageSource(name=f"{page_id}.txt", sha256=f"{page_id:0>64}", newline="crlf"),
        meta=PageMeta(paper="云江日报", date=date, page_no="03"),
    )
    set_ = annotations.replaced(
        articles=(article, other), mentions=_mentions(text), notes=_notes(text), state=PageState.FINISHED
    )
    return PageRecord(page=page, annotations=set_, provenance=Provenance(annotator="甲", software="test 1"))


def _at(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))


def _mentions(text: str) -> tuple[Mention, ...]:
    org = _at(text, "白水市政协")
    return (
        Mention(id="m1", label="PER", fragments=(_at(text, "赵  政"),), normal_form="赵政"),
        Mention(id="m2", label="PER", fragments=(_at(text, "𠮷野"),)),
        Mention(id="m3", label="LOC", fragments=(_at(text, "云江省白"), _at(text, "水县"))),
        Mention(id="m4", label="ORG", fragments=(org,), origin=Origin.ACCEPTED),
        Mention(id="m5", label="LOC", fragments=(Span(org.start, org.start + 3),)),
        Mention(
            id="m6",
            label="TITLE",
            fragments=(_at(text, "主席"),),
            origin=Origin.SUGGESTED,
            evidence=Evidence(0.75, "职务词表"),
        ),
        Mention(id="m7", label="PER", fragments=(_at(text, "王一"),)),
        Mention(id="m8", label="ORG", fragments=(_at(text, "县政协"), _at(text, "机关"))),
        Mention(id="m9", label="TITLE", fragments=(_at(text, "政协主"),)),
        Mention(id="m10", label="ORG", fragments=(_at(text, "DP增"),)),
    )


def _notes(text: str) -> tuple[Note, ...]:
    return (
        Note(id="n1", kind=NoteKind.CORRECTION, span=_at(text, "通报"), text="通报了", author="乙"),
        Note(id="n2", kind=NoteKind.REMARK, span=_at(text, "换页"), text="原文有\n换页符"),
        Note(id="n3", kind=NoteKind.CORRECTION, span=_at(text, "责编"), text="责任编辑", resolved=True),
    )


def plain_record(page_id: str = "p2", *, date: str | None = "2022-08-18", words: str = "新文") -> PageRecord:
    """A page that every format carries whole: flat names, one article, no notes."""
    text, annotations = build(("a1", "headline", f"{words}县开会"), ("a1", "body", f"{words}县委书记周和到会。"))
    page = Page(
        id=page_id,
        text=text,
        source=PageSource(name=f"{page_id}.txt", sha256=f"{page_id:0>64}"),
        meta=PageMeta(date=date),
    )
    mentions = (
        Mention(id="m1", label="ORG", fragments=(_at(text, f"{words}县委"),)),
        Mention(id="m2", label="PER", fragments=(_at(text, "周和"),)),
    )
    return PageRecord(page=page, annotations=annotations.replaced(mentions=mentions))


def sample_records() -> list[PageRecord]:
    """The small library of the export tests."""
    return [nasty_record("p1"), plain_record("p2"), plain_record("p3", date=None, words="𠮷水")]


_CHARACTERS = st.sampled_from("甲乙丙。，Ab1 \t\x0c\u2028\x85𠮷👨🏻\u200d'\"=+-@<&>\u3000\n")
_WORDS = st.text(_CHARACTERS, min_size=1, max_size=8).map(str.strip).filter(bool)
_ROLES = st.sampled_from(["headline", "body", "+body", "dateline", "caption", "credit"])


@st.composite
def records(draw: st.DrawFn) -> PageRecord:
    """Any page with up to three interleaved articles and flat or broken names inside them."""
    blocks = draw(st.lists(st.tuples(st.sampled_from(["a1", "a2", "a3", ""]), _ROLES, _WORDS), min_size=1, max_size=6))
    blocks = [(article, role, words) for article, role, words in blocks if "\n\n" not in _squeezed(words)]
    assume(blocks)  # a page without words is never written (LossKind.EMPTY)
    text, annotations = build(*blocks)
    page = Page(id="p", text=text, source=PageSource(name="p.txt", sha256="0" * 64))
    spans: list[Span] = []
    for _article, segment in annotations.all_segments():
        start = draw(st.integers(segment.start, segment.end - 1))
        span = Span(start, draw(st.integers(start + 1, segment.end)))
        if span.text_of(text).strip() == span.text_of(text):
            spans.append(span)
    labels = st.sampled_from(["PER", "LOC", "ORG"])
    mentions = tuple(Mention(id=f"m{i}", label=draw(labels), fragments=(one,)) for i, one in enumerate(spans, 1))
    return PageRecord(page=page, annotations=annotations.replaced(mentions=mentions))


def _squeezed(words: str) -> str:
    return "\n".join(line.strip() for line in words.split("\n"))


def write_with(
    exporter: Exporter, folder: Path, pages: Iterable[PageRecord], unit: Unit | None = None
) -> tuple[list[TrainingDocument], list[Loss]]:
    """Write pages with a format's writer and return the documents as it could carry them, and what was lost."""
    writer = exporter.open(Target(folder=folder, labels=DEFAULT_TAG_SET.labels))
    documents: list[TrainingDocument] = []
    losses: list[Loss] = []
    for page in pages:
        for document in documents_of(page, unit or exporter.units[0])[0]:
            fitted, lost = fit(document, exporter.carries)
            if exporter.xml:
                fitted, replaced = xml_safe(fitted)
                lost += replaced
            unwritten = list(writer.write(fitted))
            gone = {loss.mention_id for loss in unwritten}
            documents.append(replace(fitted, mentions=tuple(m for m in fitted.mentions if m.id not in gone)))
            losses += [*lost, *unwritten]
    writer.close()
    return documents, losses


def refuse_nothing(refusal: Refusal) -> None:
    """For readers of files that must be read whole."""
    raise AssertionError(str(refusal))
