"""What a format cannot carry: named, counted, and taken out before the format's writer sees a document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.span import Span
from cppcc_reader.formats.training_document import TrainingDocument, mention_order


class LossKind(StrEnum):
    """Why something of the annotation is not in the exported files."""

    MENTIONS = "mentions"
    OUTSIDE_ARTICLES = "outside_articles"
    ACROSS_ARTICLES = "across_articles"
    FRAGMENTS = "fragments"
    NESTED = "nested"
    CROSSING = "crossing"
    MISALIGNED = "misaligned"
    NORMAL_FORM = "normal_form"
    ORIGIN = "origin"
    SEGMENTS = "segments"
    NOTES = "notes"
    CONTINUATION = "continuation"
    CONTROL_CHARACTER = "control_character"
    CORRECTION_REFUSED = "correction_refused"
    CORRECTED_AWAY = "corrected_away"
    EMPTY = "empty"


LOSS_NAMES_ZH: dict[LossKind, str] = {
    LossKind.MENTIONS: "此格式不带实体",
    LossKind.OUTSIDE_ARTICLES: "实体在版面附件里，不属于任何文章",
    LossKind.ACROSS_ARTICLES: "实体的片段分属几篇文章",
    LossKind.FRAGMENTS: "此格式不能表示不相连的片段",
    LossKind.NESTED: "此格式不能表示嵌套或重叠的实体，只留最外层",
    LossKind.CROSSING: "实体互相交叉，此格式只能表示嵌套",
    LossKind.MISALIGNED: "实体边界与分词边界不一致",
    LossKind.NORMAL_FORM: "此格式不带实体的规范名",
    LossKind.ORIGIN: "此格式不带实体的来源（人工、采纳、建议）",
    LossKind.SEGMENTS: "此格式不带段落的角色、顺序和接排",
    LossKind.NOTES: "此格式不带批注（勘误另见 corrections.jsonl）",
    LossKind.CONTINUATION: "此格式不带转接关系",
    LossKind.CONTROL_CHARACTER: "XML 不允许的控制字符，已换成替代符 U+FFFD",
    LossKind.CORRECTION_REFUSED: "勘误互相重叠或跨段，没有应用",
    LossKind.CORRECTED_AWAY: "实体的文字全被勘误删去",
    LossKind.EMPTY: "没有文字，未写出",
}
assert set(LOSS_NAMES_ZH) == set(LossKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Something left out.

    Attributes:
        document_id: the document it was left out of.
        count: how many; 1 where ``quote`` names one mention.
        quote: the words concerned, empty where a whole kind of data is left out.
        start: offset in the document's text, None where it has no place.
        mention_id: the mention concerned, empty where it is none.
    """

    kind: LossKind
    document_id: str
    count: int = 1
    quote: str = ""
    label: str = ""
    start: int | None = None
    mention_id: str = ""


class Trait(StrEnum):
    """What a format may be able to carry; flat labelled ranges are the least that mentions are."""

    MENTIONS = "mentions"
    FRAGMENTS = "fragments"
    NESTING = "nesting"
    NORMAL_FORM = "normal_form"
    ORIGIN = "origin"
    SEGMENTS = "segments"
    NOTES = "notes"
    CONTINUATION = "continuation"


TRAIT_NAMES_ZH: dict[Trait, str] = {
    Trait.MENTIONS: "实体",
    Trait.FRAGMENTS: "不相连的实体片段",
    Trait.NESTING: "嵌套或重叠的实体",
    Trait.NORMAL_FORM: "实体的规范名",
    Trait.ORIGIN: "实体的来源",
    Trait.SEGMENTS: "段落的角色、顺序、接排",
    Trait.NOTES: "批注",
    Trait.CONTINUATION: "转接关系",
}
assert set(TRAIT_NAMES_ZH) == set(Trait)

ALL_TRAITS = frozenset(Trait)


def mention_loss(kind: LossKind, document: TrainingDocument, mention: Mention) -> Loss:
    """Return the loss of one mention, with its words and its place."""
    return Loss(
        kind=kind,
        document_id=document.id,
        quote=mention.quote(document.text),
        label=mention.label,
        start=mention.start,
        mention_id=mention.id,
    )


def fit(document: TrainingDocument, carried: frozenset[Trait]) -> tuple[TrainingDocument, list[Loss]]:
    """Return the part of a document that a format with the given traits can carry, and what is left out."""
    losses: list[Loss] = []
    fitted = document
    if Trait.MENTIONS not in carried and document.mentions:
        losses.append(Loss(kind=LossKind.MENTIONS, document_id=document.id, count=len(document.mentions)))
        fitted = replace(fitted, mentions=())
    if Trait.FRAGMENTS not in carried:
        broken = [one for one in fitted.mentions if len(one.fragments) > 1]
        losses += [mention_loss(LossKind.FRAGMENTS, document, one) for one in broken]
        fitted = replace(fitted, mentions=tuple(one for one in fitted.mentions if len(one.fragments) == 1))
    if Trait.NESTING not in carried:
        kept, inner = outermost(fitted)
        losses += [mention_loss(LossKind.NESTED, document, one) for one in inner]
        fitted = replace(fitted, mentions=tuple(kept))
    return fitted, losses + list(_whole_kinds(fitted, carried))


def _whole_kinds(document: TrainingDocument, carried: frozenset[Trait]) -> Iterable[Loss]:
    counts = (
        (Trait.NORMAL_FORM, LossKind.NORMAL_FORM, sum(one.normal_form is not None for one in document.mentions)),
        (Trait.ORIGIN, LossKind.ORIGIN, sum(one.origin is not Origin.PERSON for one in document.mentions)),
        (Trait.SEGMENTS, LossKind.SEGMENTS, len(document.segments)),
        (Trait.NOTES, LossKind.NOTES, len(document.notes)),
        (
            Trait.CONTINUATION,
            LossKind.CONTINUATION,
            len(document.continuations),
        ),
    )
    for trait, kind, count in counts:
        if count and trait not in carried:
            yield Loss(kind=kind, document_id=document.id, count=count)


def outermost(document: TrainingDocument) -> tuple[list[Mention], list[Mention]]:
    """Divide a document's mentions into those that no longer one overlaps, in order, and the rest."""
    taken = bytearray(len(document.text))
    kept: list[Mention] = []
    inner: list[Mention] = []
    for mention in sorted(document.mentions, key=_longest_first):
        if any(any(taken[one.start : one.end]) for one in mention.fragments):
            inner.append(mention)
            continue
        kept.append(mention)
        for one in mention.fragments:
            taken[one.start : one.end] = b"\x01" * len(one)
    return sorted(kept, key=mention_order), sorted(inner, key=mention_order)


def _longest_first(mention: Mention) -> tuple[int, tuple[int, int, str, str]]:
    return (-sum(len(fragment) for fragment in mention.fragments), mention_order(mention))


# What XML 1.0 cannot hold, and the carriage return, which its readers change into a line feed.
_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_safe(document: TrainingDocument) -> tuple[TrainingDocument, list[Loss]]:
    """Replace each character that XML cannot hold by U+FFFD, so that no position moves, and name them."""
    losses = [
        Loss(
            kind=LossKind.CONTROL_CHARACTER,
            document_id=document.id,
            quote=f"U+{ord(found.group()):04X}",
            start=found.start(),
        )
        for found in _NOT_XML.finditer(document.text)
    ]
    return (replace(document, text=xml_text(document.text)), losses) if losses else (document, [])


def xml_text(text: str) -> str:
    """Return the text with each character that XML cannot hold replaced by U+FFFD."""
    return _NOT_XML.sub("\ufffd", text)


def cuts_a_word(text: str, span: Span) -> bool:
    """Tell whether an edge of the range falls inside a run of Latin letters or digits."""
    return any(0 < at < len(text) and _is_latin(text[at - 1]) and _is_latin(text[at]) for at in (span.start, span.end))


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
