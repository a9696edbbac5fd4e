"""Commands on entity mentions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cppcc_reader.core.editing.arrangement import free_ids, next_id
from cppcc_reader.core.editing.command import EditError
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMention:
    """Tag text by hand.

    Attributes:
        fragments: page ranges in reading order; white space at their edges is left out.
        replacing: mentions that overlap give way (flat labels); False lets them nest or cross.
    """

    fragments: tuple[Span, ...]
    label: str
    origin: Origin = Origin.PERSON
    replacing: bool = True
    name: str = "标注实体"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        fragments = trimmed(text, self.fragments)
        if not fragments:
            raise EditError("请先选中要标注的文字")
        same = [m for m in annotations.mentions if m.fragments == fragments and m.label == self.label]
        if same and same[0].origin is not Origin.SUGGESTED:
            raise EditError("这段文字已经有这个标签")
        touched = _touching(annotations.mentions, fragments) if self.replacing else set()
        kept = [m for m in annotations.mentions if m not in same and m.id not in touched]
        new_id = next_id("m", (m.id for m in annotations.mentions))
        mention = Mention(id=new_id, label=self.label, fragments=fragments, origin=self.origin)
        return annotations.replaced(mentions=(*kept, mention))


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMentions:
    """Add many mentions in one step; those already there are passed over, ids are given anew."""

    mentions: tuple[Mention, ...]
    replacing: bool = True
    name: str = "批量标注实体"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        kept = list(annotations.mentions)
        ids = free_ids("m", [mention.id for mention in kept])
        for mention in self.mentions:
            fragments = trimmed(text, mention.fragments)
            same = [m for m in kept if m.fragments == fragments and m.label == mention.label]
            if not fragments or any(m.origin is not Origin.SUGGESTED for m in same):
                continue
            if self.replacing:
                touched = _touching(kept, fragments)
                kept = [m for m in kept if m.id not in touched]
            else:
                kept = [m for m in kept if m not in same]
            kept.append(replace(mention, id=next(ids), fragments=fragments))
        return annotations.replaced(mentions=tuple(kept))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveMentions:
    """Take mentions away."""

    ids: tuple[str, ...]
    name: str = "删除实体"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        _mentions_named(annotations, self.ids)
        return annotations.replaced(mentions=tuple(m for m in annotations.mentions if m.id not in self.ids))


@dataclass(frozen=True, slots=True, kw_only=True)
class RelabelMentions:
    """Give mentions another label; a suggestion becomes accepted by it."""

    ids: tuple[str, ...]
    label: str
    name: str = "更改标签"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        _mentions_named(annotations, self.ids)
        changed = (
            replace(m, label=self.label, origin=Origin.PERSON) if m.id in self.ids else m for m in annotations.mentions
        )
        return annotations.replaced(mentions=_without_twins(changed))


@dataclass(frozen=True, slots=True, kw_only=True)
class ResizeMention:
    """Give a mention other edges."""

    id: str
    fragments: tuple[Span, ...]
    name: str = "调整实体范围"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        _mentions_named(annotations, (self.id,))
        fragments = trimmed(text, self.fragments)
        if not fragments:
            raise EditError("实体至少要有一个字")
        changed = (
            replace(m, fragments=fragments, origin=Origin.PERSON) if m.id == self.id else m
            for m in annotations.mentions
        )
        return annotations.replaced(mentions=_without_twins(changed))


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptMentions:
    """Accept suggestions as they are."""

    ids: tuple[str, ...]
    name: str = "接受建议"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        found = _mentions_named(annotations, self.ids)
        if all(mention.origin is not Origin.SUGGESTED for mention in found):
            raise EditError("没有待接受的建议")
        changed = tuple(
            replace(m, origin=Origin.ACCEPTED) if m.id in self.ids and m.origin is Origin.SUGGESTED else m
            for m in annotations.mentions
        )
        return annotations.replaced(mentions=changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectMentions:
    """Take suggestions away and remember them, so that they stay away on this page."""

    ids: tuple[str, ...]
    name: str = "拒绝建议"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        found = _mentions_named(annotations, self.ids)
        away = {(m.label, m.quote(text)) for m in found if m.origin is Origin.SUGGESTED}
        kept = tuple(m for m in annotations.mentions if m.id not in self.ids)
        return annotations.replaced(mentions=kept, rejected=annotations.rejected | away)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceSuggestions:
    """Put new suggestions in place of the old ones; what people made or accepted stays and wins."""

    mentions: tuple[Mention, ...]
    name: str = "更新实体建议"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        own = [m for m in annotations.mentions if m.origin is not Origin.SUGGESTED]
        taken = sorted(fragment for m in own for fragment in m.fragments)
        ids = free_ids("m", [m.id for m in annotations.mentions])
        fresh: list[Mention] = []
        for mention in self.mentions:
            if (mention.label, mention.quote(text)) in annotations.rejected or _overlap(taken, mention.fragments):
                continue
            fresh.append(replace(mention, id=next(ids), origin=Origin.SUGGESTED))
        return annotations.replaced(mentions=(*own, *fresh))


@dataclass(frozen=True, slots=True, kw_only=True)
class SetNormalForm:
    """Say what the full or standard form of mentions is; None takes it away."""

    ids: tuple[str, ...]
    normal_form: str | None
    name: str = "设置规范名"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        _mentions_named(annotations, self.ids)
        form = (self.normal_form or "").strip() or None
        changed = tuple(replace(m, normal_form=form) if m.id in self.ids else m for m in annotations.mentions)
        return annotations.replaced(mentions=changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetNormalForms:
    """Give several mentions a normal form each, in one step.

    Attributes:
        forms: (mention id, normal form).
    """

    forms: tuple[tuple[str, str], ...]
    name: str = "设置规范名"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        forms = dict(self.forms)
        _mentions_named(annotations, tuple(forms))
        changed = tuple(replace(m, normal_form=forms.get(m.id, m.normal_form)) for m in annotations.mentions)
        return annotations.replaced(mentions=changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMentions:
    """Say of mentions that they are one thing: the same normal form, and one label if asked.

    Attributes:
        named: ids of the mentions that get ``normal_form``; None takes theirs away.
        relabelled: ids of the mentions that get ``label``; a suggestion becomes accepted by it.
    """

    named: tuple[str, ...]
    normal_form: str | None
    relabelled: tuple[str, ...] = ()
    label: str = ""
    name: str = "设置规范名"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        _mentions_named(annotations, tuple({*self.named, *self.relabelled}))
        if self.relabelled:
            annotations = RelabelMentions(ids=self.relabelled, label=self.label).applied_to(text, annotations)
        named, form = set(self.named), (self.normal_form or "").strip() or None
        changed = (replace(m, normal_form=form) if m.id in named else m for m in annotations.mentions)
        return annotations.replaced(mentions=tuple(changed))


def trimmed(text: str, fragments: Iterable[Span]) -> tuple[Span, ...]:
    """Return fragments without white space at their edges; those of white space alone are left out."""
    found: list[Span] = []
    for fragment in fragments:
        quote = fragment.text_of(text)
        start = fragment.start + len(quote) - len(quote.lstrip())
        end = fragment.start + len(quote.rstrip())
        if start < end:
            found.append(Span(start, end))
    return tuple(found)


def _touching(mentions: Iterable[Mention], fragments: tuple[Span, ...]) -> set[str]:
    """Return the ids of the mentions that share a character with the fragments."""
    first, last = min(f.start for f in fragments), max(f.end for f in fragments)
    near = [m for m in mentions for f in m.fragments if f.start < last and first < f.end]
    return {m.id for m in near if _overlap(m.fragments, fragments)}


def _overlap(left: Iterable[Span], right: Iterable[Span]) -> bool:
    others = tuple(right)
    return any(one.overlaps(other) for one in left for other in others)


def _mentions_named(annotations: AnnotationSet, ids: tuple[str, ...]) -> list[Mention]:
    wanted = set(ids)
    found = [mention for mention in annotations.mentions if mention.id in wanted]
    if not wanted or len(found) != len(wanted):
        raise EditError("所选的实体已不存在")
    return found


def _without_twins(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Keep one of the mentions that say the same of the same text, preferring what a person made."""
    best: dict[tuple[tuple[Span, ...], str], Mention] = {}
    for mention in mentions:
        key = (mention.fragments, mention.label)
        if key not in best or best[key].origin is not Origin.PERSON:
            best[key] = mention
    return tuple(best.values())
