"""Every gesture with a real mouse: boundaries, blocks from either side to either side, several at once, and Esc."""

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QTextCursor

# Invented; three articles in one column.
PAGE = """\
云梦泽畔种莲忙

本报讯（记者 苏晚）开春以来，云梦县政协委员三次到莲田里问苗情。

清水镇的莲农说，今年的苗比去年早发了十天。

老茶馆里话协商

本报讯（记者 郑舟）老街的茶馆上周挂出了协商议事的木牌。

街坊们坐下来，一壶茶的工夫说定了停车的事。

山村小学添新书

本报讯（记者 林樵）临江区政协把三百册新书送进了山村小学。
"""
HEADS = ("云梦泽畔", "老茶馆里", "山村小学")


@pytest.fixture
def window(desk, tmp_path, hands):
    path = tmp_path / "云梦.txt"
    path.write_text(PAGE, encoding="utf-8")
    made = desk.open((path,), pages=1)
    for head in HEADS[1:]:  # whatever the splitter thought: three articles
        owner = made.session.annotations.segment_at(PAGE.index(head))[0]
        if owner is None or owner.segments[0].start != PAGE.index(head):
            hands.click(made.source.viewport(), in_source(made, head))
            hands.press("Return")
    return made


def in_source(window, quote, *, down=0):
    """Return a place on the viewport of the source, at a quote."""
    cursor = QTextCursor(window.source.document())
    cursor.setPosition(window.source.positions.to_qt(PAGE.index(quote)))
    return window.source.cursorRect(cursor).center() + QPoint(4, down)


def in_margin(window, quote):
    on_screen = window.source.viewport().mapToGlobal(in_source(window, quote))
    return QPoint(40, window.source.margin.mapFromGlobal(on_screen).y())


def in_articles(window, quote, *, down=0):
    """Return a place on the viewport of the articles, at a quote."""
    view, source = window.articles, PAGE.index(quote)
    block = view.flow.block_of_source(source)
    position = block.words.position_of(source)
    box = next(view.flow.layout_of(block).rects(position, position + 1)).translated(view.flow.origin(block))
    place = box.center() + QPointF(view.card(block).left() + view.gutter, down - view.scrolled)
    return place.toPoint()


def handle(window, quote):
    block = window.articles.flow.block_of_source(PAGE.index(quote))
    return QPoint(round(window.articles.card(block).left()) + 22, in_articles(window, quote).y())


def across(widget, other, place):
    """Return a place of another widget in the coordinates of this one."""
    return widget.mapFromGlobal(other.mapToGlobal(place))


def owner(window, quote):
    return window.session.annotations.segment_at(PAGE.index(quote))[0]


def order(window, quote):
    return [PAGE[segment.start : segment.start + 4] for segment in owner(window, quote).segments]


def test_a_block_from_the_source_lands_under_the_pointer_among_the_articles(window, hands):
    margin, articles = window.source.margin, window.articles.viewport()
    end = across(margin, articles, in_articles(window, "老茶馆里", down=-16))
    hands.drag(margin, in_margin(window, "清水镇的"), end)
    assert order(window, "老茶馆里")[0] == "清水镇的"


def test_a_block_from_the_articles_lands_under_the_pointer_in_the_source(window, hands):
    articles, source = window.articles.viewport(), window.source.viewport()
    end = across(articles, source, in_source(window, "山村小学添", down=7))
    hands.drag(articles, handle(window, "街坊们"), end)
    assert order(window, "山村小学添")[1] == "街坊们坐"


def test_blocks_change_their_order_within_an_article(window, hands):
    before = order(window, "老茶馆里")
    articles = window.articles.viewport()
    hands.drag(
        articles, handle(window, "街坊们"), QPoint(handle(window, "街坊们").x(), handle(window, "老茶馆里").y() - 18)
    )
    assert order(window, "老茶馆里") == ["街坊们坐", *(one for one in before if one != "街坊们坐")]


def test_several_blocks_go_to_the_margin_at_once_and_come_back_by_one_undo(window, hands):
    hands.click(window.source.margin, in_margin(window, "清水镇的"))
    hands.click(window.source.margin, in_margin(window, "街坊们"), hold=("ctrl",))
    hands.drag(window.source.margin, in_margin(window, "街坊们"), in_margin(window, "老茶馆里"))
    assert owner(window, "清水镇的") is owner(window, "街坊们") is None
    hands.press("ctrl+z")
    assert owner(window, "清水镇的") is not None
    assert owner(window, "街坊们") is not None


def test_a_boundary_is_dragged(window, hands):
    source = window.source.viewport()
    low, high = in_source(window, "老茶馆里").y(), in_source(window, "清水镇的").y()
    boundary = next(y for y in range(high, low) if window.source.boundary_near(y, 0.6))
    hands.drag(source, QPoint(300, boundary), in_source(window, "清水镇的"))
    assert owner(window, "清水镇的") is owner(window, "老茶馆里")


@pytest.mark.parametrize("what", ["margin", "boundary", "articles"])
def test_escape_takes_back_whatever_is_half_done(window, hands, what):
    before = window.session.annotations
    source, articles = window.source.viewport(), window.articles.viewport()
    escape = {"before_letting_go": lambda: hands.press("Escape")}
    if what == "margin":
        hands.drag(
            window.source.margin, in_margin(window, "清水镇的"), in_margin(window, "街坊们") + QPoint(200, 0), **escape
        )
    elif what == "boundary":
        low, high = in_source(window, "老茶馆里").y(), in_source(window, "清水镇的").y()
        boundary = next(y for y in range(high, low) if window.source.boundary_near(y, 0.6))
        hands.drag(source, QPoint(300, boundary), in_source(window, "清水镇的"), **escape)
    else:
        end = across(articles, source, in_source(window, "山村小学添", down=7))
        hands.drag(articles, handle(window, "街坊们"), end, **escape)
    assert window.session.annotations == before
    assert window.source.look.drop_line is None
    assert window.source.look.boundary_offset is None
