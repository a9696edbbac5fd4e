"""A correction's reading stands above the slip and inside the column; the slip is struck out on both sides."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from view_fakes import PAGE_TEXT, span_of

from cppcc_reader.core.editing.page_commands import AddNote
from cppcc_reader.core.model.note import NoteKind
from cppcc_reader.views.article_view import ArticleView
from cppcc_reader.views.correction_marks import paint_correction, reading_plate
from cppcc_reader.views.source_view import SourceView
from cppcc_reader.views.theme import LIGHT


@pytest.fixture
def font(qapp) -> QFont:
    made = QFont()
    made.setPixelSize(11)
    return made


@pytest.mark.parametrize("left", [0.0, 90.0, 180.0])
def test_the_reading_stays_inside_the_column(left: float, font: QFont) -> None:
    plate = reading_plate(QRectF(left, 30, 20, 30), "查阅过的清溪县志", font, (0.0, 200.0))
    assert plate.left() >= 0.0
    assert plate.right() <= 200.0
    assert plate.top() < 30.0


def test_a_reading_longer_than_the_line_is_as_wide_as_the_line(font: QFont) -> None:
    assert reading_plate(QRectF(0, 30, 20, 30), "很长" * 200, font, (0.0, 200.0)).width() == 200.0


def _painted(words: str, font: QFont) -> QImage:
    image = QImage(200, 80, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.ground))
    painter = QPainter(image)
    boxes = [QRectF(20, 30, 60, 30)]
    paint_correction(painter, boxes, words, theme=LIGHT, font=font, room=(0.0, 200.0))
    painter.end()
    return image


def test_what_should_go_is_struck_out_with_nothing_above(font: QFont) -> None:
    gone = _painted("", font)
    ground = QColor(LIGHT.ground)
    assert gone.pixelColor(50, 45) != ground
    assert all(gone.pixelColor(x, y) == ground for x in range(200) for y in range(40))
    assert _painted("改", font) != gone


@pytest.mark.parametrize("side", [SourceView, ArticleView])
def test_both_sides_strike_the_slip_out(side, session, qtbot) -> None:
    view = side(session, LIGHT)
    qtbot.addWidget(view)
    view.resize(520, 600)
    view.show()
    qtbot.waitExposed(view)
    ink = QColor(LIGHT.doubt_text)
    before = _count(view.viewport().grab().toImage(), ink)
    # Nothing to read instead: all that can be seen is the stroke.
    session.execute(AddNote(kind=NoteKind.CORRECTION, span=span_of(PAGE_TEXT, "晒场上"), text=""))
    assert _count(view.viewport().grab().toImage(), ink) > before + 30


def _count(image: QImage, colour: QColor) -> int:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y).rgb() == colour.rgb() for x, y in points)
