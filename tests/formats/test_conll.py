"""CoNLL columns: what seqeval reads is what was annotated, and the columns can be read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.formats.conll import EXPORTER, ConllWriter, read_conll
from cppcc_reader.formats.document_builder import documents_of
from cppcc_reader.formats.exporter import Scheme, Target, Tokens
from cppcc_reader.formats.loss import LossKind, fit
from cppcc_reader.formats.reading import Refusal
from cppcc_reader.formats.tagging_scheme import ranges_of, tags_of
from cppcc_reader.formats.training_document import TrainingDocument, Unit
from export_samples import nasty_record, plain_record, records


def _documents(*pages: PageRecord) -> list[TrainingDocument]:
    return [fit(one, EXPORTER.carries)[0] for page in pages for one in documents_of(page, Unit.ARTICLE)[0]]


def _write(folder: Path, documents: list[TrainingDocument], **settings_: object) -> Path:
    target = Target(folder=folder, **settings_)  # type: ignore[arg-type]
    writer = ConllWriter(target)
    for document in documents:
        list(writer.write(document))
    writer.close()
    return target.path(".conll")


def _refuse(refusal: Refusal) -> None:
    raise AssertionError(str(refusal))


def _names(document: TrainingDocument) -> list[tuple[str, int, int]]:
    return [(one.label, one.start, one.fragments[-1].end) for one in document.mentions]


def test_every_visible_character_is_a_token_and_a_break_is_mended(tmp_path: Path) -> None:
    path = _write(tmp_path, _documents(plain_record()))
    assert path.read_text(encoding="utf-8").split("\n")[:7] == [
        "新\tO", "文\tO", "县\tO", "开\tO", "会\tO", "", "新\tB-ORG",
    ]  # fmt: skip
    rows = _write(tmp_path, _documents(nasty_record())).read_text(encoding="utf-8").split("\n")
    at = rows.index("云\tB-LOC")
    assert rows[at : at + 6] == ["云\tB-LOC", "江\tI-LOC", "省\tI-LOC", "白\tI-LOC", "水\tI-LOC", "县\tI-LOC"]


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("tokens", Tokens)
def test_what_is_read_back_is_what_was_written(
    tmp_path: Path, pages: list[PageRecord], scheme: Scheme, tokens: Tokens
) -> None:
    documents = _documents(*pages)
    target = Target(folder=tmp_path, scheme=scheme, tokens=tokens)
    writer = ConllWriter(target)
    lost = {(loss.document_id, loss.mention_id) for document in documents for loss in writer.write(document)}
    writer.close()
    back = list(read_conll(target.path(".conll"), _refuse))
    assert [one.text for one in back] == [one.text for one in documents]
    assert [one.segments for one in back] == [one.segments for one in documents]
    expected = [
        [(m.label, m.start, m.fragments[-1].end) for m in one.mentions if (one.id, m.id) not in lost]
        for one in documents
    ]
    assert [_names(one) for one in back] == expected
    assert not lost or tokens is Tokens.WORDS


def test_a_name_that_a_word_cuts_is_left_out_and_named(tmp_path: Path) -> None:
    writer = ConllWriter(Target(folder=tmp_path, tokens=Tokens.WORDS))
    document = next(one for one in _documents(nasty_record()) if one.article_id == "a1")
    lost = list(writer.write(document))
    writer.close()
    assert (LossKind.MISALIGNED, "DP增") in {(loss.kind, loss.quote) for loss in lost}


@pytest.mark.parametrize("scheme", Scheme)
def test_seqeval_finds_the_annotated_names(tmp_path: Path, pages: list[PageRecord], scheme: Scheme) -> None:
    pytest.importorskip("seqeval", reason="seqeval is a test dependency of the exports")
    from seqeval.scheme import IOB2, IOBES, Entities

    documents = _documents(*pages)
    path = _write(tmp_path, documents, scheme=scheme)
    blocks = path.read_text(encoding="utf-8").strip("\n").split("\n\n")
    sentences = [[line.split("\t") for line in block.split("\n")] for block in blocks]
    found = []
    for sentence in sentences:
        # BMES is BIOES by another name, which seqeval does not know.
        tags = [f"I{tag[1:]}" if tag.startswith("M-") else tag for _token, tag in sentence]
        strict = Entities([tags], scheme=IOB2 if scheme is Scheme.BIO else IOBES).entities[0]
        found += [(one.tag, "".join(t for t, _ in sentence[one.start : one.end])) for one in strict]
    expected = [(m.label, "".join(m.quote(one.text).split())) for one in documents for m in one.mentions]
    assert found == expected


def test_sentences_end_at_full_stops_but_never_inside_a_name(tmp_path: Path) -> None:
    document = _documents(plain_record(words="新。文"))
    rows = _write(tmp_path, document).read_text(encoding="utf-8").split("\n")
    at = rows.index("新\tB-ORG")
    assert rows[at : at + 3] == ["新\tB-ORG", "。\tI-ORG", "文\tI-ORG"]


def test_columns_of_others_are_read_sentence_by_sentence(tmp_path: Path) -> None:
    path = tmp_path / "x.conll"
    path.write_text("-DOCSTART- O\n\n张 NN B-PER\n三 NN E-PER\n来 VV O\n\n京 X S-LOC\n", encoding="utf-8")
    first, second = read_conll(path, _refuse)
    assert (first.text, _names(first)) == ("张三来", [("PER", 0, 2)])
    assert (second.text, _names(second)) == ("京", [("LOC", 0, 1)])


def test_a_bad_tag_is_refused_with_its_line_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.conll"
    path.write_text("张 B-PER\n\n三 PER\n\n京 S-LOC\n", encoding="utf-8")
    refused: list[Refusal] = []
    assert [one.text for one in read_conll(path, refused.append)] == ["张", "京"]
    assert [str(one) for one in refused] == ["x.conll：第 3 行：字段的取值不对：不认识的标记 'PER'"]


@given(st.data(), st.sampled_from(Scheme))
def test_tags_and_ranges_are_inverse(data: st.DataObject, scheme: Scheme) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, 12), max_size=8)))
    ranges = [
        (start, stop, data.draw(st.sampled_from(["PER", "LOC"])))
        for start, stop in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    assert ranges_of(tags_of(12, ranges, scheme)) == ranges


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records())
def test_any_page_comes_back(tmp_path: Path, record: PageRecord) -> None:
    documents = _documents(record)
    back = list(read_conll(_write(tmp_path, documents), _refuse))
    assert [(one.text, _names(one)) for one in back] == [(one.text, _names(one)) for one in documents]
