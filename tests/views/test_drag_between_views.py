"""A block dragged out of the source text is dropped on an article among the articles."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QSplitter
from test_source_view import margin_place, mouse, place_of
from view_fakes import PAGE_TEXT

from cppcc_reader.views.article_view import ArticleView
from cppcc_reader.views.drop_target import DropZones
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
    zones = DropZones(session, (), splitter)
    source, articles = SourceView(session, LIGHT), ArticleView(session, LIGHT, zones=zones)
    SourceGestures(source, session, source, zones=zones)
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
    assert said[-1] == "松开：送到“南岭市政协视察老旧小区”，排在第 2 段"
    assert [span.start for span in pointed[-1]] == [s.start for s in session.annotations.article("a3").segments]
    mouse(source.margin, QEvent.Type.MouseButtonRelease, end)
    assert () in pointed


def in_articles(articles, words, *, below):
    """Return a place of the articles' viewport at the upper or lower edge of a segment's words."""
    offset = PAGE_TEXT.index(words)
    block = articles.flow.block_of_source(offset)
    line = articles.flow.layout_of(block).caret_rect(block.words.position_of(offset))
    top = line.translated(articles.flow.origin(block)).top() - articles.scrolled
    return QPoint(articles.card(block).toRect().center().x(), round(top + (line.height() + 3 if below else 2)))


def order_of(session, article_id):
    return [PAGE_TEXT[s.start : s.start + 4] for s in session.annotations.article(article_id).segments]


@pytest.mark.parametrize(("words", "below", "index"), [("南岭市政协视察", False, 0), ("南岭市政协组织", False, 1)])
def test_a_block_from_the_source_stands_where_the_line_showed(both, session, words, below, index):
    source, articles = both
    start = margin_place(source, PAGE_TEXT.index("松说"))
    end = source.margin.mapFromGlobal(articles.viewport().mapToGlobal(in_articles(articles, words, below=below)))
    mouse(source.margin, QEvent.Type.MouseButtonPress, start)
    mouse(source.margin, QEvent.Type.MouseMove, end)
    before = articles.viewport().grab().toImage()
    mouse(source.margin, QEvent.Type.MouseButtonRelease, end)
    assert order_of(session, "a3").index("松说。县") == index
    assert articles.viewport().grab().toImage() != before


@pytest.mark.parametrize(("down", "index"), [(-6, 1), (6, 2)])
def test_a_block_from_the_articles_stands_beside_the_block_under_the_pointer(both, session, down, index):
    source, articles = both
    photo = in_articles(articles, "秋收时节", below=False)
    card = articles.card(articles.flow.block("a2")).toRect()
    start = QPoint(card.left() + 20, photo.y() + 6)
    # The article's second segment begins its line: its upper half stands for before, its lower one for after it.
    over = place_of(source, PAGE_TEXT.index("南岭市政协组织")) + QPoint(0, down)
    end = articles.viewport().mapFromGlobal(source.viewport().mapToGlobal(over))
    mouse(articles.viewport(), QEvent.Type.MouseButtonPress, start)
    mouse(articles.viewport(), QEvent.Type.MouseMove, end)
    assert source.look.drop_line is not None
    mouse(articles.viewport(), QEvent.Type.MouseButtonRelease, end)
    assert source.look.drop_line is None
    assert order_of(session, "a3").index("秋收时节") == index


def test_a_block_from_the_articles_becomes_furniture_in_the_margin_of_the_source(both, session):
    source, articles = both
    start = QPoint(
        articles.card(articles.flow.block("a2")).toRect().left() + 20,
        in_articles(articles, "秋收时节", below=False).y() + 6,
    )
    end = articles.viewport().mapFromGlobal(source.margin.mapToGlobal(QPoint(10, 200)))
    mouse(articles.viewport(), QEvent.Type.MouseButtonPress, start)
    mouse(articles.viewport(), QEvent.Type.MouseMove, end)
    mouse(articles.viewport(), QEvent.Type.MouseButtonRelease, end)
    assert owner_of(session, "秋收时节") is None


def test_outside_of_all_text_nothing_is_dropped(both, session):
    source, _articles = both
    before, said = session.annotations, []
    session.message.connect(said.append)
    start = margin_place(source, PAGE_TEXT.index("松说"))
    mouse(source.margin, QEvent.Type.MouseButtonPress, start)
    mouse(source.margin, QEvent.Type.MouseMove, start - QPoint(300, 0))
    assert "放不到这里" in said[-1]
    mouse(source.margin, QEvent.Type.MouseButtonRelease, start - QPoint(300, 0))
    assert session.annotations == before


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
