"""Where a block that is dragged out of the source text would land among the articles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF

from cppcc_reader.views.article_canvas import ArticleCanvas


@dataclass(frozen=True, slots=True)
class DropTarget:
    """An article by id, or the furniture (None)."""

    article_id: str | None


FindTarget = Callable[[QPoint], DropTarget | None]
"""Gives what lies under a point of the screen, None outside of all articles."""


def target_in(canvas: ArticleCanvas) -> FindTarget:
    """Return what finds the article of a canvas under a point of the screen."""

    def find(screen: QPoint) -> DropTarget | None:
        point = canvas.viewport().mapFromGlobal(screen)
        if not (canvas.isVisible() and canvas.viewport().rect().contains(point)):
            return None
        block = canvas.block_at(QPointF(point))
        return None if block is None else DropTarget(block.key)

    return find
