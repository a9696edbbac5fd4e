"""The sample pages and their gold must stay what the README in their folder says they are."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.role import Role
from cppcc_reader.formats.page_record import record_from_line
from cppcc_reader.formats.page_text import read_page_file


@pytest.fixture(scope="module")
def records(samples_gold: Path) -> list[PageRecord]:
    files = (samples_gold, samples_gold.with_name("gold-articles.pages.jsonl"))
    return [record_from_line(line) for file in files for line in file.read_text("utf-8").splitlines()]


def test_every_sample_page_has_gold_made_from_its_very_bytes(records: list[PageRecord], samples_dir: Path) -> None:
    digests = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in samples_dir.iterdir()}
    assert digests == {record.page.source.name: record.page.source.sha256 for record in records}


def test_the_program_reads_each_sample_as_its_gold_says(records: list[PageRecord], samples_dir: Path) -> None:
    for record in records:
        assert read_page_file(samples_dir / record.page.source.name).page == record.page


def test_samples_show_what_makes_pages_hard(records: list[PageRecord]) -> None:
    roles = {segment.role for record in records for _, segment in record.annotations.all_segments()}
    assert roles == set(Role)
    assert {record.page.source.encoding for record in records} == {"utf-8", "gb18030", "big5", "utf-16-le"}
    assert sum(len(record.page.text) >= 5000 for record in records) >= 4
    assert any(len(mention.fragments) > 1 for record in records for mention in record.annotations.mentions)
    orders = [article.segments for record in records for article in record.annotations.articles]
    assert any([one.start for one in order] != sorted(one.start for one in order) for order in orders)
