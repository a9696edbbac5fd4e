"""F1 opens the guide at what is before the person."""

import pytest
from pytestqt.qtbot import QtBot
from view_fakes import PAGE_TEXT, span_of

from cppcc_reader.views.annotation_session import AnnotationSession, Selection
from cppcc_reader.views.guide_place import guide_place
from cppcc_reader.views.guide_view import GuideWindow


def test_a_block_leads_to_its_role(session: AnnotationSession) -> None:
    start = PAGE_TEXT.index("高远 摄")
    session.select(Selection(article_id="a2", segment_starts=(start,), caret=start))
    assert guide_place(session) == ("roles-and-labels", "摄影署名")


def test_a_marked_mention_leads_to_its_label(session: AnnotationSession) -> None:
    span = span_of(PAGE_TEXT, "高远")
    session.select(Selection(article_id="a1", segment_starts=(), fragments=(span,), caret=span.end))
    assert guide_place(session) == ("roles-and-labels", "人名")


def test_a_page_leads_to_the_guidelines_and_an_empty_window_to_the_first_page(session: AnnotationSession) -> None:
    session.select(Selection())
    assert guide_place(session)[0] == "guidelines"
    session.close_page()
    assert guide_place(session)[0] == "first-page"


@pytest.mark.parametrize("words", ["摄影署名", "职务"])
def test_the_guide_scrolls_to_a_row_of_its_table(words: str, qtbot: QtBot) -> None:
    guide = GuideWindow()
    qtbot.addWidget(guide)
    guide.resize(800, 300)
    guide.show()
    guide.show_topic("roles-and-labels", words)
    assert guide._text.textCursor().block().text().startswith(words)
    assert guide._text.verticalScrollBar().value() > 0
