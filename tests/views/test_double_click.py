"""Double clicks: the name first, then the word in it, then the name again."""

import pytest
from PySide6.QtCore import QPoint, Qt
from test_source_view import place_of
from view_fakes import PAGE_TEXT

from cppcc_reader.views.double_click import DoubleClick
from cppcc_reader.views.source_view import SourceView
from cppcc_reader.views.theme import LIGHT


def test_the_word_comes_when_the_name_was_just_taken() -> None:
    click = DoubleClick()
    assert click.choose("县政协主席", "主席") == "县政协主席"
    assert click.choose("县政协主席", "主席") == "主席"
    assert click.choose("县政协主席", "主席") == "县政协主席"


def test_another_name_is_taken_whole() -> None:
    click = DoubleClick()
    click.choose("县政协主席", "主席")
    assert click.choose("高远", "高") == "高远"


def test_a_name_left_long_ago_is_taken_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    click = DoubleClick()
    click.choose("县政协主席", "主席")
    monkeypatch.setattr("cppcc_reader.views.double_click.SOON_MS", -1)
    assert click.choose("县政协主席", "主席") == "县政协主席"


def test_in_the_source_text(session, qtbot) -> None:
    view = SourceView(session, LIGHT)
    qtbot.addWidget(view)
    view.resize(620, 560)
    view.show()
    qtbot.waitExposed(view)
    place: QPoint = place_of(view, PAGE_TEXT.index("县政协主席") + 3)
    taken = []
    for _ in range(2):
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        taken.append("".join(span.text_of(PAGE_TEXT) for span in session.selection.fragments))
    assert taken[0] == "县政协主席"
    assert taken[1] in ("主席", "政协主席", "县政协")
