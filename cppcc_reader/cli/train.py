"""``cppcc-reader train splitter`` and ``cppcc-reader train tagger``: make the models from marked pages."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from cppcc_reader.cli.page_inputs import read_all
from cppcc_reader.services.evaluation import as_table
from cppcc_reader.services.page_composer import practice_pages
from cppcc_reader.services.splitter_experiments import ablation, learning_curve
from cppcc_reader.services.splitter_training import SplitterTrainer, TrainingOptions
from cppcc_reader.services.tagger_network import NoTorchError
from cppcc_reader.services.tagger_training import TaggerTrainingOptions, train_tagger

_CURVE = "50,150,500,1500"
_ABLATED = 300


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("train", help="用标好的版面训练切分模型、实体模型")
    kinds = parser.add_subparsers(required=True, metavar="splitter|tagger")
    _add_splitter(kinds.add_parser("splitter", help="训练切分模型"))
    _add_tagger(kinds.add_parser("tagger", help="训练实体模型（需要 PyTorch）"))


def run(args: argparse.Namespace) -> int:
    """Train what was asked for."""
    train: Callable[[argparse.Namespace], int] = args.train
    return train(args)


def _add_splitter(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pages", type=Path, nargs="+", required=True, metavar="文件", help="标好的版面记录")
    parser.add_argument("--out", type=Path, metavar="文件", help="写入模型（splitter.json.gz）")
    parser.add_argument("--articles", type=Path, metavar="文件", help="印出的文章（.jsonl.gz），用来拼练习版面")
    parser.add_argument("--practice", type=int, default=500, metavar="N", help="拼多少个练习版面，默认 500")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--test", type=Path, nargs="+", default=[], metavar="文件", help="曲线与消融用来衡量的金标准")
    parser.add_argument("--test-every", type=int, default=1, metavar="N", help="只用每 N 版中的第一版衡量，加快实验")
    parser.add_argument(
        "--without", type=Path, nargs="+", default=[], metavar="文件", help="这些文件里的版面不参加训练"
    )
    parser.add_argument(
        "--leave-out-every", type=int, default=0, metavar="N", help="最后一个 --pages 文件中每 N 版的第一版不参加训练"
    )
    parser.add_argument("--weigh-last", type=int, default=1, metavar="N", help="最后一个 --pages 文件的每一版算作 N 版")
    parser.add_argument("--learning-curve", nargs="?", const=_CURVE, metavar="版数", help=f"学习曲线，默认 {_CURVE}")
    parser.add_argument(
        "--ablate", type=int, nargs="?", const=_ABLATED, metavar="版数", help=f"用这么多版逐类去掉特征，默认 {_ABLATED}"
    )
    parser.set_defaults(train=_train_splitter)


def _train_splitter(args: argparse.Namespace) -> int:
    progress = _reporter()
    records = read_all(args.pages[:-1])
    last = read_all(args.pages[-1:])
    if args.leave_out_every:
        last = [record for place, record in enumerate(last) if place % args.leave_out_every]
    kept_away = {record.page.text for record in read_all(args.without)}
    records = [record for record in [*records, *last] if record.page.text not in kept_away]
    practice = practice_pages(args.articles, args.practice, args.seed) if args.articles else []
    options = TrainingOptions(seed=args.seed)
    if args.learning_curve or args.ablate:
        tests = {path.name.split(".")[0]: read_all([path])[:: args.test_every] for path in args.test}
        sizes = [int(size) for size in (args.learning_curve or "").split(",") if size]
        curve = learning_curve(records, practice, tests, sizes=sizes, options=options, progress=progress)
        if args.ablate:
            curve += ablation(records, practice, tests, pages=args.ablate, options=options, progress=progress)
        print(as_table(curve))
        return 0
    if args.out is None:
        print("请用 --out 说明模型写到哪里", file=sys.stderr)
        return 2
    weights = {record.page.id: args.weigh_last for record in last}
    model = SplitterTrainer(options, progress).train(records, practice, weights)
    data = model.to_bytes()
    args.out.write_bytes(data)
    progress(f"已写入 {args.out}（{len(data) / 1e6:.2f} MB）")
    return 0


def _add_tagger(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, required=True, metavar="目录", help="语料目录（ner、pages、articles）")
    parser.add_argument("--out", type=Path, required=True, metavar="文件", help="写入模型（tagger.npz）")
    parser.add_argument("--held-out", type=Path, nargs="*", default=[], metavar="文件", help="其中的句子不参加训练")
    parser.add_argument(
        "--calibrate", type=Path, nargs="*", default=[], metavar="文件", help="也不参加训练，用来校正置信度"
    )
    parser.add_argument("--epochs", type=float, default=5.0, help="语料学几遍，默认 5")
    parser.add_argument("--stages", type=Path, metavar="目录", help="每一步的结果存在这里，中断以后可以接着训练")
    parser.add_argument(
        "--silver", type=int, default=3_000_000, metavar="字数", help="自标文章的字数，0 则不用，默认 3000000"
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.set_defaults(train=_train_tagger)


def _train_tagger(args: argparse.Namespace) -> int:
    options = TaggerTrainingOptions(
        data=args.data,
        out=args.out,
        held_out=tuple(args.held_out),
        calibrate=tuple(args.calibrate),
        epochs=args.epochs,
        stages=args.stages,
        silver_characters=args.silver,
        seed=args.seed,
    )
    try:
        train_tagger(options, _reporter())
    except NoTorchError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _reporter() -> Callable[[str], None]:
    begun = time.monotonic()

    def report(message: str) -> None:
        print(f"[{time.monotonic() - begun:5.0f} 秒] {message}", file=sys.stderr, flush=True)

    return report
