"""All readers: whatever a file holds, they name what they cannot take and never fail."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cppcc_reader.formats.exporters import EXPORTERS
from cppcc_reader.formats.readers import READERS, recognise
from cppcc_reader.formats.reading import Refusal
from export_samples import plain_record, refuse_nothing, write_with
from layout_samples import ALTO, HOCR, PAGE_XML

BOTH_WAYS = [name for name in READERS if name in EXPORTERS]
FAST = [name for name in READERS if name != "spacy"]
ODD = [b"null", b"{}", b"[]", b"-1", b"9" * 30, b'"', b' id="x"', b' index="x"']
LAYOUTS = {"alto": ALTO, "page-xml": PAGE_XML, "hocr": HOCR}
SUFFIXES = {"brat": ".ann", "conll": ".conll", "cas-json": ".json", "label-studio": ".json", "doccano": ".jsonl"}


def _main_file(folder: Path, name: str) -> Path:
    return min(path for path in folder.rglob(f"*{EXPORTERS[name].suffix}") if path.is_file())


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_what_is_exported_is_recognised_and_read(tmp_path: Path, name: str) -> None:
    for package in EXPORTERS[name].needs:
        pytest.importorskip(package, reason=f"the format {name} needs {package}")
    write_with(EXPORTERS[name], tmp_path, [plain_record()])
    path = _main_file(tmp_path, name)
    reader = recognise(path)
    assert reader is READERS[name]
    assert list(reader.read(path, refuse_nothing))


@pytest.mark.parametrize("name", FAST)
@settings(max_examples=40)
@given(data=st.data())
def test_a_damaged_file_never_makes_a_reader_fail(name: str, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        if name in EXPORTERS:
            write_with(EXPORTERS[name], Path(folder), [plain_record()])
            path = _main_file(Path(folder), name)
        else:
            path = Path(folder) / "x.xml"
            path.write_text(LAYOUTS[name], encoding="utf-8")
        whole = path.read_bytes()
        at = data.draw(st.integers(0, len(whole)))
        gone = data.draw(st.integers(0, 30))
        put = data.draw(st.one_of(st.binary(max_size=6), st.sampled_from(ODD)))
        path.write_bytes(whole[:at] + put + whole[at + gone :])
        refused: list[Refusal] = []
        for found in READERS[name].read(path, refused.append):
            assert found is not None
        assert all(refusal.cause for refusal in refused)


@pytest.mark.parametrize("name", [one for one in FAST if one in SUFFIXES])
@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00", b"[" * 100_000, b'{"text":' * 50_000, b"null", b"[null]", b"{}"]
)
def test_odd_files_are_refused_or_empty(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / f"x{SUFFIXES[name]}"
    path.write_bytes(data)
    refused: list[Refusal] = []
    assert list(READERS[name].read(path, refused.append)) == []


@pytest.mark.parametrize("name", FAST)
def test_a_file_that_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    refused: list[Refusal] = []
    assert list(READERS[name].read(tmp_path / f"none{SUFFIXES.get(name, '.xml')}", refused.append)) == []
    assert refused
    assert recognise(tmp_path / "none.xml") is None
