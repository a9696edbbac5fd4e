"""The main job: a page from its automatic split to the gold by hand, undone, redone, exported and read again."""

import pytest
from gold_by_hand import Corrector, shape

from cppcc_reader.cli.main import main
from cppcc_reader.core.model.page import PageState
from cppcc_reader.formats.record_file import read_records
from cppcc_reader.storage.library import Library


def open_page_of(window, text):
    """Open the page with this text."""
    library = window.workspace.library
    page_id = next(page for page in library.pages.ids() if library.pages.page(page).text == text)
    window.page_flow.open(page_id)
    return page_id


def tell_the_story(desk, hands, pages, gold):
    """Correct one page to its gold with keys; take all back; do all again after a restart; export; import."""
    window = desk.open(tuple(pages), pages=len(pages))
    page_id = open_page_of(window, gold.page.text)
    automatic = shape(window.session.annotations)

    Corrector(window, hands, gold.annotations).bring_to_gold()
    assert shape(window.session.annotations) == shape(gold.annotations)

    steps = [entry for entry in window.session.history() if not entry.undone]
    assert bool(steps) is (automatic != shape(gold.annotations))
    hands.press(*["ctrl+z"] * len(steps))
    assert shape(window.session.annotations) == automatic
    desk.close()

    window = desk.open()
    window.page_flow.open(page_id)
    assert shape(window.session.annotations) == automatic
    hands.press(*["ctrl+shift+z"] * len(steps))
    assert shape(window.session.annotations) == shape(gold.annotations)
    hands.press("ctrl+Return")
    saved = window.workspace.library.annotations.load(page_id)
    assert saved.state is PageState.FINISHED
    desk.close()
    return saved, page_id


def compare_export(desk, folder, page_id, saved):
    """Export the library, import it into a new one, compare."""
    assert main(["export", str(desk.library_path), "--format", "pages", "--out", str(folder / "导出")]) == 0
    files = list((folder / "导出").glob("*.jsonl*"))
    exported = [record for file in files for record in read_records(file)]
    assert any(record.page.id == page_id for record in exported)
    assert main(["import", str(folder / "再来.cppcc"), *map(str, files)]) == 0
    with Library.open(folder / "再来.cppcc") as again:
        assert again.annotations.load(page_id) == saved


@pytest.fixture
def bring(desk, hands, tmp_path):
    """Tell the whole story of one page."""

    def tell(pages, gold):
        saved, page_id = tell_the_story(desk, hands, pages, gold)
        compare_export(desk, tmp_path, page_id, saved)

    return tell


@pytest.mark.parametrize("number", [0, 1])
def test_a_sample_page_is_brought_to_the_gold(bring, samples_dir, samples_gold, number):
    bring(sorted(samples_dir.iterdir()), list(read_records(samples_gold))[number])


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_true_page_is_brought_to_the_gold(bring, shared_pages, shared_gold, number):
    bring(shared_pages, list(read_records(shared_gold))[number])
