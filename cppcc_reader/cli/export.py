"""``cppcc-reader export``: a data set from a library."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from cppcc_reader.core.model.page import PageState
from cppcc_reader.formats.exporter import Scheme, Tokens
from cppcc_reader.formats.exporters import EXPORTERS
from cppcc_reader.formats.loss import LOSS_NAMES_ZH
from cppcc_reader.formats.training_document import Unit
from cppcc_reader.services.export_manifest import Manifest
from cppcc_reader.services.export_options import (
    ExportError,
    ExportOptions,
    PageFilter,
    SplitBy,
    SplitPlan,
    What,
)
from cppcc_reader.services.export_preflight import preflight
from cppcc_reader.services.library_records import library_records
from cppcc_reader.services.search import SearchRequest, SearchService
from cppcc_reader.services.software import SOFTWARE
from cppcc_reader.services.tag_sets import tag_set_of
from cppcc_reader.services.training_export import export
from cppcc_reader.storage.errors import LibraryError
from cppcc_reader.storage.library import Library

_FORMATS = "、".join(f"{one.name}（{one.name_zh}）" for one in EXPORTERS.values())


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("export", help="导出训练数据集", epilog=f"格式：{_FORMATS}")
    parser.add_argument("library", type=Path, help="文库（.cppcc）")
    parser.add_argument("--format", required=True, choices=list(EXPORTERS), help="数据集的格式")
    parser.add_argument("--out", type=Path, required=True, help="数据集的目录；已有同格式的旧数据集会被整体换掉")
    parser.add_argument("--what", choices=list(What), default=What.BOTH, help="切分、实体，或两者（默认）")
    parser.add_argument("--unit", choices=list(Unit), help="一条记录是一篇文章还是一个版面")
    parser.add_argument("--confirmed-only", action="store_true", help="不含未经人确认的实体建议")
    parser.add_argument("--annotated-only", action="store_true", help="只要有人动过的记录")
    parser.add_argument("--apply-corrections", action="store_true", help="按勘误批注改正文字")
    parser.add_argument("--scheme", choices=list(Scheme), default=Scheme.BIO, help="CoNLL 的标记法")
    parser.add_argument("--tokens", choices=list(Tokens), default=Tokens.CHARACTERS, help="CoNLL 按字还是按词")
    parser.add_argument("--preflight", action="store_true", help="只列出导出前应当看的地方，不导出")
    _add_page_arguments(parser)
    _add_split_arguments(parser)
    parser.set_defaults(func=run)


def _add_page_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--state", action="append", default=[], choices=list(PageState), help="只要这些状态的版面")
    parser.add_argument("--since", help="最早日期，如 2022-08-01")
    parser.add_argument("--until", help="最晚日期")
    parser.add_argument("--page", action="append", help="只要这些编号的版面")
    parser.add_argument("--query", default="", help="只要查得到这些词的版面（写法同 search）")
    parser.add_argument("--set-aside", action="store_true", help="也要已搁置的版面")


def _add_split_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--split", metavar="8:1:1", help="划分为 train、dev、test")
    parser.add_argument("--split-by", choices=list(SplitBy), default=SplitBy.PAGE, help="按版面还是按期划分")
    parser.add_argument("--seed", type=int, default=0, help="划分的种子；同一种子，同一版面总在同一份里")


def run(args: argparse.Namespace) -> int:
    """Export, and say what was written and what was not."""
    try:
        with Library.open(args.library, read_only=True) as library:
            options = _options(args, _chosen_pages(library, args))
            if args.preflight:
                return _preflight(library, options)
            total = len(library.pages.ids())
            manifest = export(
                library_records(library),
                options,
                args.out,
                _progress(total),
                library=args.library.name,
                tag_set=tag_set_of(library),
                software=SOFTWARE,
            )
    except (ExportError, LibraryError) as error:
        print(error, file=sys.stderr)
        return 1
    print(_report(manifest, args.out))
    return 0


def _chosen_pages(library: Library, args: argparse.Namespace) -> frozenset[str] | None:
    named = None if args.page is None else frozenset(args.page)
    if not args.query:
        return named
    # What is not yet in the index is read page by page: the library is open for reading only.
    result = SearchService(library).search(SearchRequest(query=args.query), include_waiting=True)
    found = frozenset(hit.page_id for hit in result.hits)
    return found if named is None else found & named


def _options(args: argparse.Namespace, page_ids: frozenset[str] | None) -> ExportOptions:
    return ExportOptions(
        format=args.format,
        what=What(args.what),
        unit=None if args.unit is None else Unit(args.unit),
        pages=PageFilter(
            states=frozenset(PageState(state) for state in args.state),
            since=args.since,
            until=args.until,
            page_ids=page_ids,
            query=args.query,
            set_aside=args.set_aside,
        ),
        annotated_only=args.annotated_only,
        confirmed_only=args.confirmed_only,
        apply_corrections=args.apply_corrections,
        split=None if args.split is None else _plan(args),
        scheme=Scheme(args.scheme),
        tokens=Tokens(args.tokens),
    )


def _plan(args: argparse.Namespace) -> SplitPlan:
    try:
        train, dev, test = (float(share) for share in args.split.split(":"))
    except ValueError:
        raise ExportError(f"划分比例“{args.split}”看不懂，应写成 8:1:1") from None
    return SplitPlan(train=train, dev=dev, test=test, by=SplitBy(args.split_by), seed=args.seed)


def _progress(total: int) -> Callable[[int], None]:
    def show(done: int) -> None:
        if sys.stderr.isatty():
            print(f"\r{done}/{total}", end="\n" if done == total else "", file=sys.stderr, flush=True)

    return show


def _preflight(library: Library, options: ExportOptions) -> int:
    items = list(preflight(library_records(library), options, tag_set=tag_set_of(library)))
    for item in items:
        place = "" if item.span is None else f" {item.span.start}–{item.span.end}"
        print(f"{item.page_name}{place}：{item.message}")
    print(f"共 {len(items)} 处" if items else "没有要看的地方")
    return 0


def _report(manifest: Manifest, out: Path) -> str:
    lines = [f"已导出到 {out}：{manifest.pages} 版，{manifest.documents} 条记录，{manifest.labels.total()} 个实体"]
    lines += [f"  {name}：{tally.pages} 版，{tally.documents} 条" for name, tally in manifest.splits.items()]
    lines += [f"未导出 {count} 版：{reason}" for reason, count in sorted(manifest.skipped.items())]
    lines += [f"{LOSS_NAMES_ZH[kind]}：{count} 处" for kind, count in sorted(manifest.dropped.items())]
    if not manifest.documents:
        lines.append("没有符合条件的记录：请检查筛选条件（状态、日期、版面）。")
    return "\n".join(lines)
