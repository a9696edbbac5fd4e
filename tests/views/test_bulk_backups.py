"""Before many pages change at once the library is backed up."""

import pytest
from test_main_window import imported, page_files, start

from cppcc_reader.core.model.page import PageMeta
from cppcc_reader.services.backup import BEFORE_IMPORT, snapshots
from cppcc_reader.views.archive_flow import META_STEP

__all__ = ["page_files", "start"]


@pytest.fixture
def window(start, page_files, qtbot):
    made = start(imports=[page_files])
    imported(made, qtbot)
    return made


def reasons(window):
    return [one.reason for one in snapshots(window.workspace.library.path)]


def test_an_import_of_several_files_is_preceded_by_a_backup(window, tmp_path, qtbot):
    assert BEFORE_IMPORT not in reasons(window)
    folder = tmp_path / "更多"
    folder.mkdir()
    for number in range(2):
        (folder / f"望澜报_{number}.txt").write_text(f"望澜市政协开会\n\n第{number}次会议在望澜举行。\n", "utf-8")
    total = window.pages.total
    window.imports.look_at([folder], ask=False)
    qtbot.waitUntil(lambda: window.pages.total == total + 2, timeout=20_000)
    assert reasons(window).count(BEFORE_IMPORT) == 1


def test_papers_and_dates_of_several_pages_are_written_after_a_backup(window, qtbot):
    ids = [window.pages.page_at(row).id for row in range(2)]
    window.archive.write_metas({ids[0]: PageMeta(paper="云岭报")}, ["{报纸}"])
    qtbot.waitUntil(lambda: window.pages.page_at(window.pages.row_of(ids[0])).paper == "云岭报")
    assert META_STEP not in reasons(window)
    window.archive.write_metas({page_id: PageMeta(paper="江城报") for page_id in ids}, ["{报纸}"])
    qtbot.waitUntil(lambda: window.pages.page_at(window.pages.row_of(ids[1])).paper == "江城报")
    assert META_STEP in reasons(window)
