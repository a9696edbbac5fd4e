"""``cppcc-reader evaluate``: the figures of splitting on gold pages, for people, machines and the README."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from cppcc_reader.cli.page_inputs import read_all
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.formats.record_file import read_records
from cppcc_reader.services.entity_evaluation import (
    EntityFigures,
    entity_systems,
    entity_table,
    labels_of,
    measure_entities,
    sentence_records,
)
from cppcc_reader.services.evaluation import Measured, as_markdown, as_table, compare, measure, splitters
from cppcc_reader.services.splitter_model import load_splitter_model


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("evaluate", help="用金标准衡量切分和实体")
    parser.add_argument(
        "--gold", type=Path, nargs="+", default=[], metavar="文件", help="金标准的版面记录，每个文件一组"
    )
    parser.add_argument(
        "--sentences", type=Path, nargs="+", default=[], metavar="文件", help="标了实体的句子（每行 text、entities）"
    )
    parser.add_argument("--labels", nargs="+", metavar="标签", help="只衡量这些实体标签，例如 PER LOC ORG")
    parser.add_argument("--pred", type=Path, metavar="文件", help="要衡量的版面记录；没有则自己切分金标准的原文")
    parser.add_argument("--model", type=Path, metavar="文件", help="切分模型；默认用随程序的")
    parser.add_argument("--rules", action="store_true", help="不用模型，只用规则")
    parser.add_argument("--baselines", action="store_true", help="同时衡量按空行切、几条规则、TextTiling 和 jieba")
    parser.add_argument(
        "--guidelines", action="store_true", help="也衡量按语料自己的规范标注的实体模型（句子总是衡量）"
    )
    parser.add_argument("--every", type=int, default=1, metavar="N", help="每组只取每 N 版中的第一版")
    parser.add_argument("--no-entities", action="store_true", help="不衡量实体")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.add_argument("--markdown", action="store_true", help="输出 README 用的 Markdown 表")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Print the figures."""
    if not args.gold and not args.sentences:
        print("请用 --gold 或 --sentences 说明用什么衡量", file=sys.stderr)
        return 2
    measured: list[Measured] = []
    entities: list[EntityFigures] = []
    for path in args.gold:
        records = list(read_records(path))[:: args.every]
        name = path.name.split(".")[0]
        measured += _measured(args, name, records)
        if not args.no_entities and any(record.annotations.mentions for record in records):
            entities += _measured_entities(args, name, records, of_corpus=args.guidelines)
    for path in args.sentences:
        sentences = list(sentence_records(path))[:: args.every]
        entities += _measured_entities(args, path.name.split(".")[0], sentences, of_corpus=True)
    if args.json:
        found = {"splitting": [m.to_json() for m in measured], "entities": [m.to_json() for m in entities]}
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return 0
    if measured:
        print(as_markdown(measured) if args.markdown else as_table(measured))
    if entities:
        print("\n" + entity_table(entities))
    return 0


def _measured_entities(
    args: argparse.Namespace, name: str, records: Sequence[PageRecord], *, of_corpus: bool = False
) -> list[EntityFigures]:
    systems = entity_systems(with_baselines=args.baselines, with_guidelines=of_corpus)
    if args.pred is not None:
        predicted = {record.page.text: record.annotations.mentions for record in read_all([args.pred])}
        systems = {"预测文件": lambda text, _articles: predicted.get(text, ())}
    labels = args.labels or labels_of(records)
    return [measure_entities(name, records, system, find, labels=labels) for system, find in systems.items()]


def _measured(args: argparse.Namespace, name: str, records: Sequence[PageRecord]) -> list[Measured]:
    if args.pred is not None:
        return [compare(name, records, read_all([args.pred]))]
    model = None if args.rules else load_splitter_model(args.model)
    systems = splitters(model, with_baselines=args.baselines)
    return [measure(name, records, system, splitter) for system, splitter in systems.items()]
