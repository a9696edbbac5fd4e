"""Every article that holds the words is found, and no other; filters, folding, and the index after edits."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from cppcc_reader.core.character_folding import Folding
from cppcc_reader.core.editing.change_set import diff
from cppcc_reader.core.editing.segment_commands import JoinWithPrevious, SetRole
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.reading_text import reading_text
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.span import Span
from cppcc_reader.services.search import SearchRequest, SearchService
from cppcc_reader.storage import search_finder
from cppcc_reader.storage.library import Library
from cppcc_reader.storage.search_finder import PageFilter, SearchOrder
from library_builder import NOW, add_page, trash
from page_builder import build


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "文库.cppcc") as library:
        yield library


@pytest.fixture
def service(library: Library) -> SearchService:
    text, annotations = build(
        ("", "section", "委员风采"),
        ("a1", "headline", "茶乡来了政协委员"),
        ("a1", "dateline", "本报讯(记者赵　政)"),
        ("a1", "body", "云岭县政协近日在云南省巍"),
        ("a2", "headline", "数字２０２３年报告"),
        ("a2", "body", "協商民主在基层，鄉村面貌一新。Ａ区共12个点"),
        ("a1", "+body", "山县调研茶叶产业。"),
        ("a1", "byline", "（赵政）"),
    )
    mention_start = text.index("云南省巍")
    second = text.index("山县调研")
    mentions = (
        Mention(id="m1", label="LOC", fragments=(Span(mention_start, mention_start + 4), Span(second, second + 2))),
    )
    add_page(library, "p1", text, annotations.replaced(mentions=mentions), paper="云岭报", date="2023-08-01")
    text, annotations = build(("a1", "headline", "旧闻一则"), ("a1", "body", "政协委员视察河堤，茶叶丰收。"))
    add_page(library, "p2", text, annotations.replaced(state=PageState.FINISHED), paper="江城报", date="2022-05-06")
    service = SearchService(library)
    while service.index_slice():
        pass
    return service


def _found(service: SearchService, query: str, **options: object) -> list[str]:
    result = service.search(SearchRequest(query=query, **options))  # type: ignore[arg-type]
    found = [f"{hit.page_id}/{hit.article_id}" for hit in result.hits]
    return found if "order" in options else sorted(found)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("政协", ["p1/a1", "p2/a1"]),
        ("茶", ["p1/a1", "p2/a1"]),
        ("巍山县", ["p1/a1"]),
        ("赵政", ["p1/a1"]),
        ("茶叶 河堤", ["p2/a1"]),
        ("政协 -河堤", ["p1/a1"]),
        ("“政协委员” -视察", ["p1/a1"]),
        ("政协，", []),
        ("基层，鄉村", ["p1/a2"]),
        ("本报讯(记者", ["p1/a1"]),
        ("委员风采", []),
        ("无此词语", []),
        ("-政协", ["p1/a2"]),
    ],
)
def test_words_phrases_and_exclusions(service: SearchService, query: str, found: list[str]) -> None:
    assert _found(service, query) == found


def test_a_name_cut_by_a_column_break_leads_to_both_fragments(service: SearchService) -> None:
    (hit,) = service.search(SearchRequest(query="巍山县")).hits
    assert len(hit.fragments) == 2
    assert hit.snippet[hit.marks[0].start : hit.marks[0].end] == "巍山县"
    assert hit.title == "茶乡来了政协委员"


def test_width_and_variants_are_one_on_request_only(service: SearchService) -> None:
    assert _found(service, "2023") == []
    assert _found(service, "２０２３") == ["p1/a2"]
    assert _found(service, "2023", folding=Folding(width=True)) == ["p1/a2"]
    assert _found(service, "a区", folding=Folding(width=True)) == ["p1/a2"]
    assert _found(service, "协商民主") == []
    assert _found(service, "协商民主", folding=Folding(variants=True)) == ["p1/a2"]
    assert _found(service, "乡村 -協商") == []
    assert _found(service, "茶鄉", folding=Folding(variants=True)) == ["p1/a1"]
    assert _found(service, "乡 -协商", folding=Folding(variants=True)) == ["p1/a1"]


def test_filters(service: SearchService) -> None:
    assert _found(service, "政协", roles=frozenset({Role.HEADLINE})) == ["p1/a1"]
    assert _found(service, "茶叶", roles=frozenset({Role.BODY})) == ["p1/a1", "p2/a1"]
    assert _found(service, "茶乡", roles=frozenset({Role.BODY})) == []
    assert _found(service, "茶乡", roles=frozenset({Role.BODY, Role.HEADLINE})) == ["p1/a1"]
    assert _found(service, "政协", pages=PageFilter(states=(PageState.FINISHED,))) == ["p2/a1"]
    assert _found(service, "政协", pages=PageFilter(date_from="2023-01-01")) == ["p1/a1"]
    assert _found(service, "政协", pages=PageFilter(date_to="2022")) == ["p2/a1"]
    assert _found(service, "政协", pages=PageFilter(papers=("江城报",))) == ["p2/a1"]
    assert _found(service, "巍山", labels=frozenset({"LOC"})) == ["p1/a1"]
    assert _found(service, "政协", labels=frozenset({"LOC"})) == []
    assert _found(service, "", labels=frozenset({"LOC"})) == ["p1/a1"]
    assert _found(service, "", entity="云南省巍山县") == ["p1/a1"]


def test_sorted_by_date(service: SearchService) -> None:
    assert _found(service, "政协", order=SearchOrder.OLDEST) == ["p2/a1", "p1/a1"]
    assert _found(service, "政协", order=SearchOrder.NEWEST) == ["p1/a1", "p2/a1"]


def test_words_too_common_to_weigh_are_found_too(service: SearchService, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_finder, "FEW", 0)
    assert _found(service, "政协") == ["p1/a1", "p2/a1"]
    assert _found(service, "乡", folding=Folding(variants=True)) == ["p1/a1", "p1/a2"]
    assert _found(service, "政协", pages=PageFilter(papers=("江城报",))) == ["p2/a1"]
    monkeypatch.setattr(search_finder, "FEW_PAGES", 0)
    assert _found(service, "政协", pages=PageFilter(papers=("江城报",))) == ["p2/a1"]
    assert _found(service, "政协", order=SearchOrder.OLDEST) == ["p2/a1", "p1/a1"]


def test_where_nothing_holds_the_words_as_typed_their_parts_are_sought(service: SearchService) -> None:
    assert _found(service, "茶叶河堤") == []
    result = service.search(SearchRequest(query="茶叶河堤", by_words=True))
    assert result.by_words
    assert [hit.page_id for hit in result.hits] == ["p2"]


def test_limit_says_that_there_is_more(service: SearchService) -> None:
    assert service.search(SearchRequest(query="政协"), limit=1).more
    assert not service.search(SearchRequest(query="政协"), limit=2).more


def test_an_edit_is_found_at_once_and_the_old_text_no_more(service: SearchService, library: Library) -> None:
    record = library.pages.record("p1")
    after = JoinWithPrevious(article_id="a2").applied_to(record.page.text, record.annotations)
    library.annotations.write("p1", diff(record.annotations, after, "合并文章"), NOW)
    assert _found(service, "协商民主", folding=Folding(variants=True)) == ["p1/a2"]
    assert service.search(SearchRequest(query="協商")).waiting == 1
    joined = service.search(SearchRequest(query="協商"), include_waiting=True)
    assert [(hit.article_id, joined.waiting) for hit in joined.hits] == [("a1", 0)]
    service.index_slice()
    assert _found(service, "協商") == ["p1/a1"]
    assert _found(service, "2023", folding=Folding(width=True, variants=True)) == ["p1/a1"]
    start = record.page.text.index("茶乡")
    demoted = SetRole(starts=(start,), role=Role.DECK).applied_to(record.page.text, after)
    library.annotations.write("p1", diff(after, demoted, "改角色"), NOW)
    service.index_slice()
    assert _found(service, "茶乡", roles=frozenset({Role.HEADLINE})) == []
    assert _found(service, "茶乡", roles=frozenset({Role.DECK})) == ["p1/a1"]


def test_pages_in_the_trash_are_not_found(service: SearchService, library: Library) -> None:
    trash(library, "p1")
    assert _found(service, "政协") == ["p2/a1"]


def test_a_changed_folding_table_makes_the_index_again(
    service: SearchService, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cppcc_reader.storage.search_index.VERSION", 999)
    while service.index_slice():
        pass
    assert _found(service, "政协") == ["p1/a1", "p2/a1"]


def test_an_index_put_in_order_finds_the_same(
    service: SearchService, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not service.tidy_slice(), "two pages are not worth it"
    monkeypatch.setattr("cppcc_reader.storage.search_index._TIDY_AFTER", 1)
    parts = 1
    while service.tidy_slice():
        parts += 1
        assert parts < 50
    assert not service.tidy_slice(), "it is in order"
    assert _found(service, "政协") == ["p1/a1", "p2/a1"]


def test_the_index_finds_what_reading_every_article_finds(library: Library) -> None:
    chance = random.Random(7)
    alphabet = "政协委員员2２aA，。 \n"
    for number in range(40):
        blocks = [
            (f"a{chance.randrange(3)}", chance.choice(["headline", "body", "+body", "byline"]), words)
            for _ in range(5)
            if (words := "".join(chance.choice(alphabet) for _ in range(12)).strip().replace("\n\n", "\n"))
            and "\n" not in words
        ]
        if blocks:
            add_page(library, f"p{number}", *build(*blocks))
    service = SearchService(library)
    while service.index_slice():
        pass
    for _ in range(60):
        word = "".join(chance.choice("政协委員员2２aA，") for _ in range(chance.randrange(1, 4)))
        expected = {
            f"{page_id}/{article.id}"
            for page_id in library.pages.ids()
            for article in library.annotations.load(page_id).articles
            if word in "".join(reading_text(library.pages.page(page_id).text, article).text.split())
        }
        result = service.search(SearchRequest(query=f'"{word}"'))
        assert {f"{hit.page_id}/{hit.article_id}" for hit in result.hits} == expected, word
