"""Pictures of the real window with sample pages, for the README and for looking at it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QSize
from PySide6.QtWidgets import QApplication, QWidget

from cppcc_reader.views.annotation_session import Selection
from cppcc_reader.views.main_window import MainWindow

SETTLE_S = 0.5
"""Time for a fading tint to end and a list to be read."""
IMPORT_S = 60.0


def take_pictures(window: MainWindow, out: Path, *, size: QSize, suffix: str, scenes: tuple[str, ...]) -> list[Path]:
    """Show the window's scenes one after the other and write a PNG of each.

    Args:
        size: of the window, in device-independent pixels.
        suffix: stands at the end of each file's name.
        scenes: names of :func:`scenes_of`.

    Returns:
        The files; none if no page was opened within a minute (the log says why).

    Raises:
        KeyError: if there is no such scene.
        OSError: if a picture cannot be written.
    """
    window.resize(size)
    if not wait_until(lambda: not window.tasks.is_busy and window.session.record is not None, IMPORT_S):
        return []
    choose_something(window)
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for scene in scenes:
        leave = scenes_of(window)[scene]()
        settle()
        path = out / f"{scene}{suffix}.png"
        if not window.grab().save(str(path)):
            raise OSError(f"无法写入 {path}")
        written.append(path)
        leave()
        settle()
    return written


def scenes_of(window: MainWindow) -> Mapping[str, Callable[[], Callable[[], object]]]:
    """Return what can be pictured: each call shows a scene and returns what leaves it again."""

    def toggled(action_id: str) -> Callable[[], Callable[[], object]]:
        def show() -> Callable[[], object]:
            window.registry.trigger(action_id)
            return lambda: window.registry.trigger(action_id)

        return show

    def opened(action_id: str) -> Callable[[], Callable[[], object]]:
        def show() -> Callable[[], object]:
            before = set(window.findChildren(QWidget))
            window.registry.trigger(action_id)
            return lambda: _close_new(window, before)

        return show

    def empty() -> Callable[[], object]:
        shown, page_id = window.centre.currentWidget(), window.session.page_id
        window.session.close_page()
        window.centre.setCurrentWidget(window.empty)

        def leave() -> None:
            window.centre.setCurrentWidget(shown)
            if page_id is not None:
                window.session.open_page(page_id)

        return leave

    return {
        "window": lambda: lambda: None,
        "inspector": toggled("toggle-inspector"),
        "entities": toggled("toggle-entities"),
        "reading": toggled("reading-view"),
        "palette": opened("palette"),
        "keys": opened("key-map"),
        "send": opened("send-to"),
        "empty": empty,
    }


def choose_something(window: MainWindow) -> None:
    """Choose a column break that another article stands in, else any: it shows most of what the window can say."""
    pages = [page for row in range(window.pages.rowCount()) if (page := window.pages.page_at(row)) is not None]
    for interrupted in (True, False):
        for page in pages:
            window.page_flow.open(page.id)
            start = _broken_sentence(window, interrupted=interrupted)
            if start is not None:
                _choose(window, start)
                return


def _choose(window: MainWindow, start: int) -> None:
    owner = window.session.annotations.segment_at(start)
    article_id = owner[0].id if owner and owner[0] else None
    window.session.select(Selection(article_id=article_id, segment_starts=(start,), caret=start), window)
    window.source.setFocus()


def _broken_sentence(window: MainWindow, *, interrupted: bool) -> int | None:
    """Return where the second part of a broken sentence stands, if wanted one that another article interrupts."""
    for before, after in pairwise(window.source.plan.placed):
        cut_off = after.enters and before.article_id is not None
        if after.segment.join and before.segment.role is after.segment.role and (cut_off or not interrupted):
            return after.segment.start
    return None


def settle() -> None:
    """Let the window finish what it is about."""
    wait_until(lambda: False, SETTLE_S)


def wait_until(reached: Callable[[], bool], seconds: float) -> bool:
    """Handle events until something is reached or the time is over; tell whether it was reached."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if reached():
            return True
        time.sleep(0.005)
    return reached()


def _close_new(window: MainWindow, before: set[QWidget]) -> None:
    for widget in window.findChildren(QWidget):
        if widget not in before and widget.parent() is window:
            widget.close()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
