"""Prodigy lines keep its rules: spans begin and end with tokens, tokens with their text."""

from __future__ import annotations

import json
from pathlib import Path

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.formats.prodigy import EXPORTER
from export_samples import write_with


def test_spans_and_tokens_agree_with_the_text(tmp_path: Path, pages: list[PageRecord]) -> None:
    documents, _losses = write_with(EXPORTER, tmp_path, pages)
    lines = (tmp_path / "all.prodigy.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(documents)
    for line, document in zip(lines, documents, strict=True):
        row = json.loads(line)
        assert row["text"] == document.text
        assert "".join(token["text"] for token in row["tokens"]) == "".join(document.text.split())
        for index, token in enumerate(row["tokens"]):
            assert (token["id"], row["text"][token["start"] : token["end"]]) == (index, token["text"])
        for span in row["spans"]:
            assert row["tokens"][span["token_start"]]["start"] == span["start"]
            assert row["tokens"][span["token_end"]]["end"] == span["end"]
        found = [(span["label"], row["text"][span["start"] : span["end"]]) for span in row["spans"]]
        assert found == [(one.label, one.quote(document.text)) for one in document.mentions]
