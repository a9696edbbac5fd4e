"""Small pages for tests: one block per line of input, made into articles by a short notation."""

from __future__ import annotations

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment


def build(*blocks: tuple[str, str, str]) -> tuple[str, AnnotationSet]:
    """Return text and set of blocks ``(article id or "", role, words)``, one blank line between blocks.

    A role written with a leading ``+`` joins the segment before it.
    """
    text = ""
    articles: dict[str, list[Segment]] = {}
    furniture: list[Segment] = []
    for article_id, role, words in blocks:
        segment = Segment(
            start=len(text), end=len(text) + len(words), role=Role(role.lstrip("+")), join=role.startswith("+")
        )
        text += words + "\n\n"
        (articles.setdefault(article_id, []) if article_id else furniture).append(segment)
    return text, AnnotationSet.of(
        articles=tuple(Article(id=key, segments=tuple(found)) for key, found in articles.items()),
        furniture=tuple(furniture),
    )


def shape(text: str, annotations: AnnotationSet) -> list[list[str]]:
    """Return the first three characters of each segment, article by article, with ``+`` before joined ones."""
    return [
        [("+" if segment.join else "") + text[segment.start : segment.end][:3] for segment in article.segments]
        for article in annotations.articles
    ]
