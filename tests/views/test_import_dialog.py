import pytest
from PySide6.QtWidgets import QComboBox

from cppcc_reader.services.page_import import preview
from cppcc_reader.views.import_dialog import ImportDialog
from cppcc_reader.views.theme import LIGHT

WORDS = "清溪县政协近日到茶山村调研，委员们走了三里山路，听村民说修路的事，回来写成提案。"


@pytest.fixture
def files(tmp_path):
    (tmp_path / "甲.txt").write_bytes(WORDS.encode("utf-8"))
    (tmp_path / "乙.txt").write_bytes(WORDS.encode("gb18030"))
    (tmp_path / "空.txt").write_bytes(b"")
    return tmp_path


@pytest.fixture
def dialog(files, qtbot):
    made = ImportDialog(preview([files]), LIGHT)
    qtbot.addWidget(made)
    return made


def test_what_cannot_be_imported_stands_on_top_with_its_reason(dialog):
    assert dialog.table.item(0, 0).text() == "空.txt"
    assert "不能导入" in dialog.table.item(0, 2).text()
    assert [path.name for path in dialog.paths] == ["乙.txt", "甲.txt"]


def test_the_button_says_how_many_files(dialog):
    assert "2" in dialog.import_button.text()
    assert dialog.import_button.isEnabled()


def test_the_encoding_is_shown_and_the_beginning_follows_the_choice(dialog):
    row = next(row for row in range(dialog.table.rowCount()) if dialog.table.item(row, 0).text() == "乙.txt")
    box = dialog.table.cellWidget(row, 1)
    assert isinstance(box, QComboBox)
    assert box.currentText() == "gb18030"
    dialog.table.setCurrentCell(row, 0)
    assert dialog.sample().startswith("清溪县政协")
    dialog.choose_encoding(row, "big5")
    assert not dialog.sample().startswith("清溪县政协")
    assert {path.name: name for path, name in dialog.encodings.items()} == {"乙.txt": "big5"}


def test_nothing_to_import_leaves_the_button_off(tmp_path, qtbot):
    (tmp_path / "空.txt").write_bytes(b"")
    dialog = ImportDialog(preview([tmp_path]), LIGHT)
    qtbot.addWidget(dialog)
    assert not dialog.import_button.isEnabled()
