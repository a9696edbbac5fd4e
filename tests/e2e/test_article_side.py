"""The article side with real mouse and keys: tag in the typeset text, drag a block, read and copy with the source."""

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QGuiApplication

from cppcc_reader.core.model.mention import Origin
from cppcc_reader.views.reading_view import ReadingView

# Invented; two articles and a photo, with blank lines between.
PAGE = """\
清溪县政协为茶山修路

本报讯（记者 高远）清溪县政协近日到茶山村调研，何为民说路修好了。

秋收时节，茶山村的晒场上一片金黄。  高远 摄

南岭市政协视察老旧小区

本报讯（记者 田小禾）南岭市政协近日组织委员视察老旧小区改造。
"""


@pytest.fixture
def window(desk, tmp_path):
    path = tmp_path / "清溪报_2022-08-20_第03版.txt"
    path.write_text(PAGE, encoding="utf-8")
    return desk.open((path,), pages=1)


def place_of(view, quote, *, after: bool = False) -> QPoint:
    """Return the left (or right) edge of a quote on the viewport of the article view."""
    source = PAGE.index(quote) + (len(quote) - 1 if after else 0)
    block = view.flow.block_of_source(source)
    position = block.words.position_of(source)
    box = next(view.flow.layout_of(block).rects(position, position + 1)).translated(view.flow.origin(block))
    place = QPointF(box.right() - 2 if after else box.left() + 2, box.center().y())
    return (place + QPointF(view.card(block).left() + view.gutter, -view.scrolled)).toPoint()


def test_a_name_is_tagged_in_the_typeset_text_and_taken_back(window, hands):
    view, session = window.articles, window.session
    hands.drag(view.viewport(), place_of(view, "何为民"), place_of(view, "何为民", after=True))
    assert [span.text_of(PAGE) for span in session.selection.fragments] == ["何为民"]
    hands.press("3")
    tagged = [m for m in session.annotations.mentions if m.quote(PAGE) == "何为民" and m.label == "ORG"]
    assert [mention.origin for mention in tagged] == [Origin.PERSON]
    hands.press("ctrl+z")
    assert not [m for m in session.annotations.mentions if m.quote(PAGE) == "何为民" and m.label == "ORG"]


def test_a_block_is_dragged_by_the_gutter_to_another_article(window, hands):
    view, session = window.articles, window.session
    photo, homes = PAGE.index("秋收时节"), PAGE.index("南岭市政协视察")
    before = session.annotations.segment_at(photo)[0]
    block = view.flow.block_of_source(photo)
    handle = QPoint(round(view.card(block).left()) + 22, place_of(view, "秋收时节").y())
    hands.drag(view.viewport(), handle, QPoint(handle.x(), place_of(view, "南岭市政协近日组织").y() + 4))
    owner = session.annotations.segment_at(photo)[0]
    assert owner.id == session.annotations.segment_at(homes)[0].id
    hands.press("ctrl+z")
    assert session.annotations.segment_at(photo)[0] == before


def test_the_page_is_read_and_a_paragraph_copied_with_its_source(window, hands, qtbot):
    hands.press("ctrl+r")
    reader = window.findChild(ReadingView)
    qtbot.waitUntil(reader.isVisible)
    hands.press("j")
    hands.press("ctrl+shift+c")
    words = QGuiApplication.clipboard().text()
    assert words.endswith("\n——《清溪报》2022年8月20日第3版")
    hands.press("Escape")
    qtbot.waitUntil(lambda: not reader.isVisible())
