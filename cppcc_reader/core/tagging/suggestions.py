"""From names in reading texts to suggested mentions on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.reading_text import ReadingText, reading_text
from cppcc_reader.core.model.segment import Evidence
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.tagging.candidate import Candidate

Finder = Callable[[Sequence[str]], list[list[Candidate]]]
"""Takes the reading texts of a page, returns what it finds in each."""


def suggested_mentions(text: str, annotations: AnnotationSet, find: Finder) -> tuple[Mention, ...]:
    """Return what a finder finds on a page as mentions ``s1``, ``s2`` … by position.

    Names broken by a column break have several fragments.

    Args:
        text: the page's frozen text.
        annotations: its articles and furniture; what people rejected there stays away.
        find: looks for names in the reading texts.
    """
    readings = list(_readings(text, annotations))
    found = [
        (fragments, candidate)
        for reading, candidates in zip(readings, find([one.text for one in readings]), strict=True)
        for candidate in candidates
        if (fragments := reading.to_source(Span(candidate.start, candidate.end)))
    ]
    found.sort(key=lambda pair: (min(pair[0]), pair[1].label))
    mentions = (_mention(number, fragments, candidate) for number, (fragments, candidate) in enumerate(found, 1))
    return tuple(one for one in mentions if (one.label, one.quote(text)) not in annotations.rejected)


def _mention(number: int, fragments: tuple[Span, ...], candidate: Candidate) -> Mention:
    return Mention(
        id=f"s{number}",
        label=candidate.label,
        fragments=fragments,
        origin=Origin.SUGGESTED,
        evidence=Evidence(round(candidate.confidence, 4), candidate.reason),
    )


def _readings(text: str, annotations: AnnotationSet) -> Iterator[ReadingText]:
    for article in annotations.articles:
        yield reading_text(text, article)
    for segment in annotations.furniture:
        yield reading_text(text, Article(id="furniture", segments=(segment,)))
