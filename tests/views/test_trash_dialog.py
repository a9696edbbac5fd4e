"""Pages come back from the trash."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from cppcc_reader.storage.library import Library
from cppcc_reader.views.trash_dialog import TrashDialog
from library_builder import add_page
from page_builder import build


def test_pages_come_back_from_the_trash(tmp_path: Path, qtbot: QtBot) -> None:
    with Library.create(tmp_path / "文库.cppcc") as library:
        add_page(library, "p1", *build(("a1", "body", "茶农说茶。")))
        library.pages.set_trashed("p1", True)
        dialog = TrashDialog(library)
        qtbot.addWidget(dialog)
        assert not dialog._put_back.isEnabled()
        dialog._list.selectAll()
        with qtbot.waitSignal(dialog.put_back) as caught:
            dialog._put_back.click()
        assert caught.args == [["p1"]]
        assert library.pages.ids() == ["p1"]
        assert "是空的" in dialog._words.text()
