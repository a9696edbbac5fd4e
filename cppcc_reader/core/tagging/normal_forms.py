"""Full forms for short names, proposed from the page: 州政协 → 云南省楚雄彝族自治州政协."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.tagging.gazetteer import Gazetteer

_BODY, _PLACE = "ORG", "LOC"


def propose_normal_forms(text: str, annotations: AnnotationSet, gazetteer: Gazetteer) -> dict[str, str]:
    """Return a full form for each mention that has a longer one on the page or in the lists.

    A body takes the longest body of its own article that ends alike and holds its characters in order, then
    one of the page; a place takes its full name with its parents, if only one place of that name fits.

    Returns:
        Full form by mention id; mentions that have a normal form, or are full already, are left out.
    """
    bodies = [mention for mention in annotations.mentions if mention.label == _BODY]
    homes = _homes(annotations)
    proposed: dict[str, str] = {}
    for mention in annotations.mentions:
        if mention.normal_form is not None:
            continue
        quote = mention.quote(text)
        full = None
        if mention.label == _BODY:
            near = [other.quote(text) for other in bodies if homes.get(other.id) == homes.get(mention.id)]
            full = longer_form(quote, near) or longer_form(quote, [other.quote(text) for other in bodies])
        elif mention.label == _PLACE:
            full = full_place(quote, text, gazetteer)
        if full is not None and full != quote:
            proposed[mention.id] = full
    return proposed


def longer_form(short: str, names: Sequence[str]) -> str | None:
    """Return the longest of the names that ends like ``short`` and holds its characters in order, or None.

    A bare head (政协) says too little: at least three characters are asked for. Where two names of different
    bodies fit equally well, neither is proposed.
    """
    if len(short) < 3:
        return None
    fitting = sorted({name for name in names if _abbreviates(short, name)}, key=len)
    if not fitting:
        return None
    longest = fitting[-1]
    rivals = [name for name in fitting if not _abbreviates(name, longest) and name != longest]
    return None if rivals else longest


def full_place(name: str, text: str, gazetteer: Gazetteer) -> str | None:
    """Return a listed place with its parents written before it, or None if it is unknown or not the only one.

    Several places may share a name; the one is taken whose parent the text names.
    """
    full = name if name in gazetteer.places else gazetteer.short_places.get(name)
    if full is None:
        return None
    chains = [chain for chain in gazetteer.places.get(full, ()) if chain]
    if len(chains) > 1:
        chains = [chain for chain in chains if any(_is_named(parent, text) for parent in chain.split("/"))]
    if len(chains) > 1:
        return None
    return chains[0].replace("/", "") + full if chains else full


def _is_named(parent: str, text: str) -> bool:
    return parent in text or (len(parent) > 2 and parent[:2] in text)


def _abbreviates(short: str, name: str) -> bool:
    """Tell whether ``name`` ends like ``short``, is longer, and holds all its characters in order."""
    if len(name) <= len(short) or name[-2:] != short[-2:]:
        return False
    characters = iter(name)
    return all(character in characters for character in short)


def _homes(annotations: AnnotationSet) -> Mapping[str, str | None]:
    return {mention.id: _home(mention, annotations.articles) for mention in annotations.mentions}


def _home(mention: Mention, articles: Sequence[Article]) -> str | None:
    for article in articles:
        if any(segment.span.contains(mention.start) for segment in article.segments):
            return article.id
    return None
