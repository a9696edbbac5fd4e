"""Places of the same string."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.tagging.same_string import occurrences
from page_builder import build

TEXT, PAGE = build(
    ("a1", "headline", "青山县修桥"),
    ("a1", "body", "记者从青"),
    ("a1", "+body", "山县获悉，赵　明出席。"),
    ("a2", "body", "赵明说，青山县变了。"),
    ("", "section", "青山县要闻"),
)


def places(quote: str, **options: str) -> list[tuple[str, str | None]]:
    return [
        ("".join(span.text_of(TEXT) for span in found.fragments), found.article_id)
        for found in occurrences(TEXT, PAGE, quote, **options)
    ]


def test_every_place_is_found_across_a_column_break_and_in_furniture_too() -> None:
    assert places("青山县") == [("青山县", "a1"), ("青山县", "a1"), ("青山县", "a2"), ("青山县", None)]
    assert len(occurrences(TEXT, PAGE, "青山县")[1].fragments) == 2


def test_one_article_alone_can_be_asked() -> None:
    assert places("青山县", article_id="a2") == [("青山县", "a2")]


def test_padding_does_not_hide_a_name() -> None:
    assert places("赵明") == [("赵　明", "a1"), ("赵明", "a2")]


def test_a_string_across_two_paragraphs_is_no_place() -> None:
    assert places("修桥记者") == []


def test_nothing_is_nowhere() -> None:
    assert places(" 　") == []


def test_what_is_tagged_there_is_told() -> None:
    start = TEXT.index("赵明")
    page = PAGE.replaced(
        mentions=(
            Mention(id="m1", label="PER", fragments=(Span(start, start + 2),)),
            Mention(id="m2", label="ORG", fragments=(Span(start + 1, start + 4),)),
        )
    )
    found = occurrences(TEXT, page, "赵明")[1]
    assert found.mention is not None
    assert (found.mention.id, [m.id for m in found.crossing]) == ("m1", ["m2"])
    assert found.after.startswith("说，青山县")


@given(st.text(alphabet="青山县 明", max_size=4))
def test_every_place_reads_as_asked(quote: str) -> None:
    for found in occurrences(TEXT, PAGE, quote):
        read = "".join(span.text_of(TEXT) for span in found.fragments)
        assert "".join(read.split()) == "".join(quote.split())
