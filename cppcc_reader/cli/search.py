"""``cppcc-reader search LIBRARY QUERY``: the articles that hold the words, one hit each."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from cppcc_reader.core.character_folding import Folding
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.role import Role
from cppcc_reader.services.search import Hit, SearchRequest, SearchResult, SearchService, hit_to_json
from cppcc_reader.storage.errors import LibraryLockedError, LibraryReadOnlyError
from cppcc_reader.storage.library import Library
from cppcc_reader.storage.search_finder import PageFilter, SearchOrder

SLICE = 50
"""Pages indexed in one transaction before the search."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("search", help="在文库的全部文章里查找")
    parser.add_argument("library", type=Path, help="文库文件（.cppcc）")
    parser.add_argument("query", help="要找的词；空格隔开的都要有；“…”里的作一个词；前面加 - 的不能有")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.add_argument("--limit", type=int, help="最多给出几篇（默认全部）")
    parser.add_argument("--role", action="append", default=[], choices=[r.value for r in Role], help="只找这种角色的段")
    parser.add_argument("--label", action="append", default=[], help="词在这类实体里，例如 PER")
    parser.add_argument("--entity", default="", help="文章里有这个实体（名称或标准名）")
    parser.add_argument("--state", action="append", default=[], choices=[s.value for s in PageState], help="版面状态")
    parser.add_argument("--paper", action="append", default=[], help="报纸")
    parser.add_argument("--from", dest="date_from", default="", metavar="日期", help="从这一天起（2023-08-01）")
    parser.add_argument("--to", dest="date_to", default="", metavar="日期", help="到这一天止，也可只写年月")
    parser.add_argument("--width", action="store_true", help="全角半角、大小写算作相同")
    parser.add_argument("--variants", action="store_true", help="繁体简体算作相同")
    parser.add_argument("--words", action="store_true", help="没有完全一致的，就按词拆开再找")
    parser.add_argument("--sort", choices=[order.value for order in SearchOrder], default="rank", help="排序")
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    """Search and print; finding nothing is an answer, not a failure.

    Raises:
        LibraryError: if the library cannot be opened.
    """
    with _open(arguments.library) as library:
        service = SearchService(library)
        while not library.read_only and service.index_slice(SLICE):
            pass
        result = service.search(_request(arguments), limit=arguments.limit, include_waiting=library.read_only)
    if arguments.json:
        print(json.dumps({"hits": [hit_to_json(hit) for hit in result.hits]}, ensure_ascii=False))
    else:
        _print(result)
    return 0


def _open(path: Path) -> Library:
    # A library that is open in a window can still be searched; what it has not indexed yet is read page by page.
    try:
        return Library.open(path)
    except (LibraryLockedError, LibraryReadOnlyError):
        return Library.open(path, read_only=True)


def _request(arguments: argparse.Namespace) -> SearchRequest:
    return SearchRequest(
        query=arguments.query,
        roles=frozenset(Role(role) for role in arguments.role),
        labels=frozenset(arguments.label),
        entity=arguments.entity,
        pages=PageFilter(
            states=tuple(PageState(state) for state in arguments.state),
            papers=tuple(arguments.paper),
            date_from=arguments.date_from,
            date_to=arguments.date_to,
        ),
        folding=Folding(width=arguments.width, variants=arguments.variants),
        order=SearchOrder(arguments.sort),
        by_words=arguments.words,
    )


def _print(result: SearchResult) -> None:
    if not result.hits:
        print("没有找到。少写几个字，或加 --width、--variants 再试。")
        return
    if result.by_words:
        print("没有完全一致的，按词查找：")
    for hit in result.hits:
        print(f"{hit.title}　{_place(hit)}\n    {hit.snippet}")
    print(f"共 {len(result.hits)} 篇{'，还有更多' if result.more else ''}")


def _place(hit: Hit) -> str:
    known = [part for part in (hit.paper, hit.date, hit.page_no and f"第 {hit.page_no} 版") if part]
    correction = f"　勘误：{hit.correction}" if hit.correction else ""
    return f"[{' '.join(known) or hit.page_name}]{correction}"
