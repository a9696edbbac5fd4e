"""ALTO, PAGE-XML and hOCR: regions in reading order become blocks, their types hints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cppcc_reader.core.model.role import Role
from cppcc_reader.formats.alto import read_alto
from cppcc_reader.formats.hocr import read_hocr
from cppcc_reader.formats.layout_page import LayoutPage, clean_line
from cppcc_reader.formats.page_xml import read_page_xml
from cppcc_reader.formats.readers import recognise
from cppcc_reader.formats.reading import Refusal
from export_samples import refuse_nothing
from layout_samples import ALTO, HOCR, PAGE_XML

Read = Callable[[Path, Callable[[Refusal], None]], Iterator[LayoutPage]]
ALL = [("alto", ALTO, read_alto), ("page-xml", PAGE_XML, read_page_xml), ("hocr", HOCR, read_hocr)]
EACH = pytest.mark.parametrize(("name", "data", "read"), ALL, ids=[name for name, _data, _read in ALL])


def _write(folder: Path, data: str, encoding: str = "utf-8") -> Path:
    path = folder / "x.xml"
    path.write_bytes(data.encode(encoding))
    return path


@EACH
def test_regions_become_blocks_in_reading_order(tmp_path: Path, name: str, data: str, read: Read) -> None:
    path = _write(tmp_path, data)
    (page,) = read(path, refuse_nothing)
    assert page.name == "岚江-02.tif"
    assert page.text == "县里开会\n\n本报讯\nGDP up\n\n图为会场\n"
    assert page.blocks[0].role is Role.HEADLINE
    assert [span.text_of(page.text) for span, _block in page.spans()] == ["县里开会", "本报讯\nGDP up", "图为会场"]
    found = recognise(path)
    assert found is not None
    assert found.name == name


def test_captions_are_known_by_tag_and_by_custom_type(tmp_path: Path) -> None:
    for data, read in ((ALTO, read_alto), (PAGE_XML, read_page_xml)):
        (page,) = read(_write(tmp_path, data), refuse_nothing)
        assert page.blocks[2].role is Role.CAPTION


@EACH
def test_chinese_encodings_are_read_as_they_say(tmp_path: Path, name: str, data: str, read: Read) -> None:
    path = _write(tmp_path, data.replace("UTF-8", "GB18030", 1), "gb18030")
    (page,) = read(path, refuse_nothing)
    assert page.text.startswith("县里开会")
    path = _write(tmp_path, data.replace("UTF-8", "UTF-16", 1), "utf-16")
    (page,) = read(path, refuse_nothing)
    assert page.text.startswith("县里开会")
    found = recognise(path)
    assert found is not None
    assert found.name == name


@EACH
def test_what_cannot_be_taken_is_refused_with_line_and_cause(tmp_path: Path, name: str, data: str, read: Read) -> None:
    head, _, body = data.partition("\n")
    bomb = (
        f'{head}\n<!DOCTYPE {"html" if name == "hocr" else "x"} [<!ENTITY a "b">\n<!ENTITY c SYSTEM "secret.txt">]>\n'
        + body.replace(body[: body.index("<html")] if name == "hocr" else "\0", "")
    )
    cases = {
        bomb: "ENTITY" if name == "hocr" else "DOCTYPE",
        data.replace("</", "<", 1): "不是格式正确的 XML",
        "<other/>": "最外层应为",
        data.replace("UTF-8", "NO-SUCH", 1): "不认识的编码",
        "": "不是格式正确的 XML",
        data.replace("县里", "&evil;"): "不认识的实体" if name == "hocr" else "undefined entity",
    }
    for broken, cause in cases.items():
        refused: list[Refusal] = []
        assert list(read(_write(tmp_path, broken), refused.append)) == []
        assert [cause in one.cause and one.line is not None for one in refused] == [True], (cause, refused)


@pytest.mark.parametrize(("data", "read"), [(ALTO, read_alto), (PAGE_XML, read_page_xml)])
def test_an_order_that_names_no_region_is_refused_with_its_line(tmp_path: Path, data: str, read: Read) -> None:
    broken = data.replace('REF="B1"', 'REF="none"').replace('regionRef="r1"', 'regionRef="none"')
    refused: list[Refusal] = []
    assert list(read(_write(tmp_path, broken), refused.append)) == []
    assert [(one.line, "none" in one.cause) for one in refused] == [(5 if read is read_alto else 4, True)]


def test_a_page_without_words_is_refused(tmp_path: Path) -> None:
    data = '<alto><Layout><Page><PrintSpace><TextBlock ID="B"/></PrintSpace></Page></Layout></alto>'
    refused: list[Refusal] = []
    assert list(read_alto(_write(tmp_path, data), refused.append)) == []
    assert "没有文字" in refused[0].cause


def test_an_external_document_type_is_never_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("nothing may be opened but the file itself")

    path = _write(tmp_path, HOCR)
    monkeypatch.setattr("socket.socket.connect", refuse)
    assert list(read_hocr(path, refuse_nothing))


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    refused: list[Refusal] = []
    assert list(read_alto(_write(tmp_path, "<alto>" * 5000), refused.append)) == []
    assert "嵌套" in refused[0].cause


def test_words_of_one_character_are_put_together_and_latin_ones_kept_apart() -> None:
    assert clean_line(" 云 江\n 县 GDP  up 3 亿 元 ") == "云江县 GDP up 3 亿元"
