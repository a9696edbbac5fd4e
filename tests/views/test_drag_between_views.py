"""A block dragged out of the source text is dropped on an article among the articles."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QSplitter
from test_source_view import margin_place, mouse
from view_fakes import PAGE_TEXT

from cppcc_reader.views.article_view import ArticleView
from cppcc_reader.views.drop_target import target_in
from cppcc_reader.views.source_gestures import SourceGestures
from cppcc_reader.views.source_view import SourceView
from cppcc_reader.views.theme import LIGHT


@pytest.fixture
def splitter(qtbot):
    made = QSplitter()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def both(session, splitter, qtbot):
    source, articles = SourceView(session, LIGHT), ArticleView(session, LIGHT)
    SourceGestures(source, session, source, beyond=target_in(articles))
    splitter.addWidget(source)
    splitter.addWidget(articles)
    splitter.resize(1200, 900)
    splitter.show()
    qtbot.waitExposed(splitter)
    return source, articles


def owner_of(session, words):
    article, _segment = session.annotations.segment_at(PAGE_TEXT.index(words))
    return None if article is None else article.id


def beside(source, articles, key):
    """Return the middle of an article's card, in the margin of the source."""
    middle = articles.card(articles.flow.block(key)).center().toPoint()
    return source.margin.mapFromGlobal(articles.viewport().mapToGlobal(middle))


@pytest.mark.parametrize(("key", "wanted"), [("a3", "a3"), (None, None)])
def test_a_block_lands_where_it_is_dropped(both, session, key, wanted):
    source, articles = both
    start, end = margin_place(source, PAGE_TEXT.index("松说")), beside(source, articles, key)
    mouse(source.margin, QEvent.Type.MouseButtonPress, start)
    mouse(source.margin, QEvent.Type.MouseMove, start + QPoint(60, 0))
    mouse(source.margin, QEvent.Type.MouseMove, end)
    assert source.look.target_article == wanted
    mouse(source.margin, QEvent.Type.MouseButtonRelease, end)
    assert owner_of(session, "松说") == wanted


def test_the_receiver_is_named_and_lit_up_until_the_drop(both, session):
    source, articles = both
    said, pointed = [], []
    session.message.connect(said.append)
    session.hovered.connect(lambda fragments, _origin: pointed.append(fragments))
    start, end = margin_place(source, PAGE_TEXT.index("松说")), beside(source, articles, "a3")
    mouse(source.margin, QEvent.Type.MouseButtonPress, start)
    mouse(source.margin, QEvent.Type.MouseMove, end)
    assert said[-1] == "松开：送到“南岭市政协视察老旧小区”"
    assert [span.start for span in pointed[-1]] == [s.start for s in session.annotations.article("a3").segments]
    mouse(source.margin, QEvent.Type.MouseButtonRelease, end)
    assert () in pointed


def test_a_drag_near_the_edge_scrolls(both, session):
    source, _articles = both
    source.window().resize(1200, 160)
    QApplication.processEvents()
    start = margin_place(source, PAGE_TEXT.index("清溪县政协为"))
    mouse(source.margin, QEvent.Type.MouseButtonPress, start)
    low = QPoint(start.x() + 200, source.viewport().height() - 4)
    for _ in range(5):
        mouse(source.margin, QEvent.Type.MouseMove, low)
    assert source.verticalScrollBar().value() > 0
