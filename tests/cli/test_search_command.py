"""``cppcc-reader search`` gives one hit for each article, as JSON or for people."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from cppcc_reader.cli import search
from cppcc_reader.storage.library import Library
from library_builder import add_page
from page_builder import build


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "文库.cppcc"
    with Library.create(path) as library:
        blocks = (("a1", "headline", "茶乡春早"), ("a1", "body", "茶农说茶，茶香满园。"), ("a2", "body", "河堤已成。"))
        add_page(library, "p1", *build(*blocks), paper="云岭报", date="2023-08-01", page_no="3")
    return path


def _run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    search.add_parser(parser.add_subparsers())
    return search.run(parser.parse_args(["search", *arguments]))


def test_json(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(str(library), "茶", "--json") == 0
    (hit,) = json.loads(capsys.readouterr().out)["hits"]
    assert (hit["page"], hit["article"], hit["title"], hit["role"]) == ("p1", "a1", "茶乡春早", "headline")
    assert [hit["snippet"][start:end] for start, end in hit["marks"]] == ["茶"] * 4
    assert hit["fragments"] == [[0, 1]]


def test_for_people(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(str(library), "河堤") == 0
    assert "[云岭报 2023-08-01 第 3 版]" in capsys.readouterr().out
    assert _run(str(library), "没有的词") == 0
    assert "没有找到" in capsys.readouterr().out


def test_a_library_in_use_can_be_searched(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Library.open(library) as held:
        add_page(held, "p2", *build(("a1", "body", "新来的茶。")))
        assert _run(str(library), "新来", "--json") == 0
    assert [hit["page"] for hit in json.loads(capsys.readouterr().out)["hits"]] == ["p2"]
