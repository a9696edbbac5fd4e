"""The mentions of a page grouped by their words and label."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cppcc_reader.core.model.mention import Mention, Origin

_CONTEXT = 8


@dataclass(frozen=True, slots=True)
class EntityGroup:
    """Mentions with the same words (white space left out) and the same label, by position."""

    form: str
    label: str
    mentions: tuple[Mention, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What makes it this group."""
        return self.form, self.label

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its mentions."""
        return tuple(mention.id for mention in self.mentions)

    @property
    def suggested(self) -> tuple[str, ...]:
        """The ids of its mentions that nobody has accepted yet."""
        return tuple(mention.id for mention in self.mentions if mention.origin is Origin.SUGGESTED)

    @property
    def normal_form(self) -> str:
        """The normal form of its mentions, empty where none has one; several (市政协 of two cities) side by side."""
        return "；".join(dict.fromkeys(mention.normal_form for mention in self.mentions if mention.normal_form))

    def proposed(self, proposals: Mapping[str, str]) -> str:
        """Return the normal form proposed for the first of its mentions that has one, else empty."""
        return next((proposals[mention_id] for mention_id in self.ids if mention_id in proposals), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityFilter:
    """What the panel shows: one label or all, suggestions alone or all, and only forms with these words."""

    label: str | None = None
    suggested_only: bool = False
    words: str = ""

    def lets_through(self, mention: Mention, form: str) -> bool:
        """Tell whether a mention is shown."""
        if self.label is not None and mention.label != self.label:
            return False
        if self.suggested_only and mention.origin is not Origin.SUGGESTED:
            return False
        return self.words in form or self.words in (mention.normal_form or "")


def group_mentions(
    text: str, mentions: Iterable[Mention], shown: EntityFilter, label_order: Sequence[str]
) -> list[EntityGroup]:
    """Return the groups: by label in the order of the label set, the most frequent first.

    Args:
        text: the page's frozen text.
        label_order: label ids; unknown labels come last.
    """
    found: dict[tuple[str, str], list[Mention]] = {}
    for mention in mentions:
        form = "".join(mention.quote(text).split())
        if shown.lets_through(mention, form):
            found.setdefault((form, mention.label), []).append(mention)
    order = {label: number for number, label in enumerate(label_order)}
    groups = [EntityGroup(form, label, tuple(members)) for (form, label), members in found.items()]
    groups.sort(key=lambda g: (order.get(g.label, len(order)), -len(g.mentions), g.mentions[0].start))
    return groups


def confident_suggestions(mentions: Iterable[Mention], least: float) -> tuple[str, ...]:
    """Return the ids of the suggestions with at least that confidence."""
    return tuple(
        mention.id
        for mention in mentions
        if mention.origin is Origin.SUGGESTED and mention.evidence is not None and mention.evidence.confidence >= least
    )


def context_of(text: str, mention: Mention) -> str:
    """Return the mention between a few words of the page, on one line."""
    first, last = mention.fragments[0], mention.fragments[-1]
    before = text[max(0, first.start - _CONTEXT) : first.start].rpartition("\n")[2]
    after = text[last.end : last.end + _CONTEXT].partition("\n")[0]
    return f"…{before}【{mention.quote(text)}】{after}…"
