"""Tagging with the mouse and the keyboard, under a window manager."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor

from cppcc_reader.core.model.mention import Origin
from cppcc_reader.views.entity_acceptance_dialog import EntityAcceptanceDialog

# Invented; the first sentence is broken by a column, a photo's words stand between its two parts.
PAGE = """\
清溪县政协为茶山修路

本报讯（记者 高远）“路修好了，茶叶才运得出去。”在茶山村的晒场边，县政协委员陈青

秋收时节，茶山村的晒场上一片金黄。  高远 摄

松算了一笔账。县政协主席何为民表示，将继续跟踪办理。
"""


@pytest.fixture
def window(desk, tmp_path):
    path = tmp_path / "清溪.txt"
    path.write_text(PAGE, encoding="utf-8")
    return desk.open((path,), pages=1)


def place_of(view, offset):
    """Return the left edge of a character in the viewport."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.positions.to_qt(offset))
    return view.cursorRect(cursor).center()


def quotes(window, label):
    return {m.quote(PAGE): m for m in window.session.annotations.mentions if m.label == label}


def make_one_article(window, hands):
    """Bring both parts of the broken sentence into one article and join them, whatever the splitter thought."""
    head, tail = PAGE.index("本报讯"), PAGE.index("松算了")
    owner = window.session.annotations.segment_at(head)[0].id
    if window.session.annotations.segment_at(tail)[0].id != owner:
        hands.click(window.source.viewport(), place_of(window.source, tail + 2))
        hands.press("m", window.session.keys[owner])
    photo = PAGE.index("秋收时节")
    if window.session.annotations.segment_at(photo)[0].id == owner:
        hands.click(window.source.viewport(), place_of(window.source, photo + 2))
        hands.press("shift+Return")
    credit = PAGE.index("高远 摄")
    if window.session.annotations.segment_at(credit)[0].id == owner:
        hands.click(window.source.viewport(), place_of(window.source, credit + 1))
        hands.press("m", window.session.keys[window.session.annotations.segment_at(photo)[0].id])
    if not window.session.annotations.segment_at(tail)[1].join:
        hands.click(window.source.viewport(), place_of(window.source, tail + 2))
        hands.press("t")


def test_a_name_over_a_column_break_is_one_mention_on_both_sides(window, hands, desk):
    make_one_article(window, hands)
    start, end = PAGE.index("陈青"), PAGE.index("松算了") + 1
    hands.drag(window.source.viewport(), place_of(window.source, start), place_of(window.source, end))
    assert [span.text_of(PAGE) for span in window.session.selection.fragments] == ["陈青", "松"]
    hands.press("1")
    mention = quotes(window, "PER")["陈青松"]
    assert len(mention.fragments) == 2
    assert mention.origin is Origin.PERSON

    hands.press("ctrl+z")
    assert "陈青松" not in quotes(window, "PER") or quotes(window, "PER")["陈青松"].origin is Origin.SUGGESTED
    hands.press("ctrl+shift+z")
    desk.close()
    window = desk.open()
    assert quotes(window, "PER")["陈青松"].fragments == mention.fragments


def test_relabel_resize_and_delete_with_single_keys(window, hands):
    start = PAGE.index("县政协主席")
    hands.drag(window.source.viewport(), place_of(window.source, start), place_of(window.source, start + 3))
    hands.press("3")
    assert "县政协" in quotes(window, "ORG")
    hands.press("alt+Right", "alt+Right")
    assert "县政协主席" in quotes(window, "ORG")
    hands.press("4")
    assert "县政协主席" in quotes(window, "TITLE")
    hands.press("Delete")
    assert "县政协主席" not in quotes(window, "TITLE")


def test_the_palette_finds_a_command_by_pinyin_initials(window, hands):
    hands.press("ctrl+k")
    hands.type("fdwz")
    hands.press("Return")
    assert window.workspace.settings.get("source_pixels") == 16
    hands.press("ctrl+0")
    assert window.workspace.settings.get("source_pixels") is None


def test_blocks_are_dragged_in_the_margin_and_escape_takes_it_back(window, hands):
    make_one_article(window, hands)
    margin = window.source.margin

    def beside(offset):
        y = window.source.viewport().mapToGlobal(place_of(window.source, offset)).y()
        return QPoint(40, margin.mapFromGlobal(QPoint(0, y)).y())

    photo, tail = PAGE.index("秋收时节"), PAGE.index("松算了")
    hands.drag(margin, beside(photo), beside(tail) + QPoint(200, 0))
    owner = window.session.annotations.segment_at(tail)[0]
    assert window.session.annotations.segment_at(photo)[0].id == owner.id
    hands.press("ctrl+z")
    hands.drag(margin, beside(photo), beside(tail))
    assert window.session.annotations.segment_at(photo)[0] is None


def test_a_name_grows_by_words_over_the_column_break(window, hands):
    make_one_article(window, hands)
    start = PAGE.index("委员陈青")
    hands.drag(window.source.viewport(), place_of(window.source, start), place_of(window.source, start + 2))
    hands.press("4")
    assert quotes(window, "TITLE")["委员"].origin is not Origin.SUGGESTED
    hands.press("alt+Up")
    grown = next(quote for quote in quotes(window, "TITLE") if quote.startswith("委员陈"))
    hands.press("alt+Down")
    assert "委员" in quotes(window, "TITLE")
    hands.press("alt+Up", "alt+Up")
    longer = next(m for quote, m in quotes(window, "TITLE").items() if quote.startswith(grown))
    assert len(longer.fragments) == 2


def test_suggestions_are_looked_over_and_accepted_with_the_keyboard(window, hands, qtbot):
    waiting = [m for m in window.session.annotations.mentions if m.origin is Origin.SUGGESTED]
    assert waiting
    window.registry.trigger("accept-confident")
    (dialog,) = window.findChildren(EntityAcceptanceDialog)
    dialog._least.setValue(0)
    qtbot.waitUntil(dialog._accept.isEnabled)
    qtbot.waitUntil(dialog.isActiveWindow)
    vetoed = dialog._model.index(0, 0).data()
    dialog._list.setCurrentIndex(dialog._model.index(0, 0))
    hands.press("space")
    assert len(dialog.kept_waiting()) == 1
    hands.click(dialog._accept, dialog._accept.rect().center())
    left = {m.quote(PAGE) for m in window.session.annotations.mentions if m.origin is Origin.SUGGESTED}
    assert left == {vetoed}
