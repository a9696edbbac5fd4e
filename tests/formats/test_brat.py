"""brat standoff keeps its own grammar and can be read back."""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.formats.brat import EXPORTER, read_brat
from cppcc_reader.formats.reading import Refusal
from cppcc_reader.formats.training_document import TrainingDocument, Unit
from export_samples import nasty_record, records, refuse_nothing, write_with

# The grammar of the standoff page of brat's manual.
_TEXT_BOUND = re.compile(r"T\d+\t[\w-]+ \d+ \d+(;\d+ \d+)*\t[^\n\t].*")
_OTHER = re.compile(r"A\d+\tOrigin T\d+ (suggested|accepted)|#\d+\tNormalForm T\d+\t.+")


def _said(document: TrainingDocument) -> object:
    names = [(one.id, one.label, one.fragments, one.origin, one.normal_form) for one in document.mentions]
    return replace(document, mentions=()), names


def _by_id(documents: list[TrainingDocument]) -> list[object]:
    return [_said(one) for one in sorted(documents, key=lambda document: document.id)]


def test_every_line_follows_the_grammar_and_quotes_its_text(tmp_path: Path, pages: list[PageRecord]) -> None:
    documents, _losses = write_with(EXPORTER, tmp_path, pages)
    files = sorted((tmp_path / "all").glob("*.ann"))
    assert len(files) == len(documents)
    for path in files:
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        for line in path.read_bytes().decode("utf-8").split("\n")[:-1]:
            if not line.startswith("T"):
                assert _OTHER.fullmatch(line), line
                continue
            assert _TEXT_BOUND.fullmatch(line), line
            _name, middle, quote = line.split("\t", 2)
            places = [place.split(" ") for place in middle.partition(" ")[2].split(";")]
            assert " ".join(text[int(start) : int(end)] for start, end in places) == quote


def test_the_configuration_knows_every_label(tmp_path: Path) -> None:
    documents, _losses = write_with(EXPORTER, tmp_path, [nasty_record()])
    config = (tmp_path / "all" / "annotation.conf").read_text(encoding="utf-8")
    known = config.partition("[entities]\n")[2].partition("\n\n")[0].split("\n")
    assert {one.label for document in documents for one in document.mentions} <= set(known)


def test_a_broken_name_has_two_fragments_on_its_page(tmp_path: Path) -> None:
    write_with(EXPORTER, tmp_path, [nasty_record()], Unit.PAGE)
    lines = (tmp_path / "all" / "p1.ann").read_text(encoding="utf-8").split("\n")
    assert {line.split("\t")[2] for line in lines if ";" in line} == {"云江省白 水县", "县政协 机关"}


def test_what_is_read_back_is_what_was_written(tmp_path: Path, pages: list[PageRecord]) -> None:
    documents, losses = write_with(EXPORTER, tmp_path, pages)
    assert _by_id(list(read_brat(tmp_path / "all", refuse_nothing))) == _by_id(documents)
    assert losses == []


@given(records())
def test_any_page_comes_back(record: PageRecord) -> None:
    with tempfile.TemporaryDirectory() as folder:
        documents, _losses = write_with(EXPORTER, Path(folder), [record])
        assert _by_id(list(read_brat(Path(folder) / "all", refuse_nothing))) == _by_id(documents)


def test_files_of_others_are_read_and_bad_lines_refused_with_their_number(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes("张三到\n北京市".encode())
    (tmp_path / "x.ann").write_bytes(
        "T1\tPER 0 2\t张三\r\nR1\tx Arg1:T1 Arg2:T2\nT2\tLOC 4 6;6 7\t北京 市\nT3\tLOC 0 9\t无\nT4 LOC\n".encode()
    )
    refused: list[Refusal] = []
    (found,) = read_brat(tmp_path / "x.ann", refused.append)
    assert [(one.label, one.quote(found.text)) for one in found.mentions] == [("PER", "张三"), ("LOC", "北京市")]
    assert [(one.path.name, one.line) for one in refused] == [("x.ann", 4), ("x.ann", 5)]


def test_a_folder_with_a_text_that_is_not_utf8_loads_the_rest(tmp_path: Path) -> None:
    for name, data in (("a", "甲".encode("gb18030")), ("b", "乙".encode())):
        (tmp_path / f"{name}.txt").write_bytes(data)
        (tmp_path / f"{name}.ann").write_bytes(b"")
    refused: list[Refusal] = []
    assert [one.text for one in read_brat(tmp_path, refused.append)] == ["乙"]
    assert [one.path.name for one in refused] == ["a.txt"]
