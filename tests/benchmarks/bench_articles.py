"""How long the article view takes on a page of 60,000 characters with 2,000 mentions.

Run it from the checkout with ``PYTHONPATH=.:tests/views QT_QPA_PLATFORM=offscreen``. Times are milliseconds of this
thread's own CPU, so that a busy machine does not matter; each line ends with the ratio to repainting an unchanged
view in the same run.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from random import Random

from PySide6.QtWidgets import QApplication
from view_fakes import NOW, FakeService, page_record

from cppcc_reader.core.editing.mention_commands import AddMention
from cppcc_reader.core.editing.segment_commands import SetRole
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span
from cppcc_reader.views.annotation_session import AnnotationSession, Selection
from cppcc_reader.views.article_view import ArticleView
from cppcc_reader.views.theme import LIGHT

ARTICLES, MENTIONS, RUNS = 60, 2000, 50
BODY = ("清溪县政协近日到茶山村调研，路修好了，茶叶才运得出去。委员陈青松说，将继续跟踪办理。" * 9)[:325]


def main() -> None:
    """Print the table."""
    application = QApplication([])
    session = _session()
    view = ArticleView(session, LIGHT)
    view.resize(620, 1000)
    view.show()
    until = time.monotonic() + 1
    while time.monotonic() < until:
        application.processEvents()
    print(f"{len(session.text)} characters, {len(session.annotations.mentions)} mentions, medians of {RUNS}")
    articles, bar = session.annotations.articles, view.verticalScrollBar()

    def choose(run: int) -> None:
        body = articles[run].segments[1]
        session.select(Selection(article_id=articles[run].id, segment_starts=(body.start,), caret=body.start))

    def tag(run: int) -> None:
        start = articles[run].segments[1].start
        session.execute(AddMention(fragments=(Span(start + 3, start + 6),), label="PER"), view)

    def set_role(run: int) -> None:
        session.execute(SetRole(starts=(articles[run].segments[2].start,), role=Role.CAPTION), view)

    cases: dict[str, Callable[[int], object]] = {
        "repaint": lambda _run: None,
        "scroll": lambda run: bar.setValue(200 + 137 * run),
        "choose an article": choose,
        "tag (with the command)": tag,
        "set a role (with the command)": set_role,
    }
    base = 0.0
    for name, act in cases.items():
        median, high = _measure(view, act)
        base = base or median
        print(f"{name:32}{median:7.1f} ms   95 %: {high:5.1f} ms   {median / base:4.1f} x")


def _measure(view: ArticleView, act: Callable[[int], object]) -> tuple[float, float]:
    times = []
    for run in range(RUNS):
        start = time.thread_time()
        act(run)
        view.viewport().repaint()
        times.append(1000 * (time.thread_time() - start))
    times.sort()
    return times[RUNS // 2], times[RUNS * 95 // 100]


def _session() -> AnnotationSession:
    parts: list[str] = []
    articles: list[Article] = []
    place = 0
    for number in range(ARTICLES):
        segments = []
        for index, words in enumerate((f"清溪县政协为茶山修路之{number}", BODY, BODY, BODY)):
            role = Role.BODY if index else Role.HEADLINE
            segments.append(Segment(start=place, end=place + len(words), role=role, join=index == 2))
            parts.append(words)
            place += len(words) + 2
        articles.append(Article(id=f"a{number}", segments=tuple(segments)))
    mentions = tuple(_mentions(articles))
    record = page_record("\n\n".join(parts), AnnotationSet.of(articles=tuple(articles), mentions=mentions))
    session = AnnotationSession(FakeService({"p1": record}), clock=lambda: NOW)
    session.open_page("p1")
    return session


def _mentions(articles: list[Article]) -> list[Mention]:
    random = Random(1)
    found = []
    for number in range(MENTIONS):
        body = random.choice(random.choice(articles).segments[1:])
        start = random.randrange(body.start, body.end - 5)
        span = Span(start, start + random.randint(2, 5))
        label, origin = random.choice(("PER", "ORG", "LOC", "TIME")), random.choice(list(Origin))
        found.append(Mention(id=f"m{number}", label=label, fragments=(span,), origin=origin))
    return found


if __name__ == "__main__":
    main()
