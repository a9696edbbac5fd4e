"""The command ``screenshot``: pictures of the real window, without a screen if need be."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from cppcc_reader.cli.chinese_parser import FAILED
from cppcc_reader.cli.main import Subparsers

SCENES = ("window", "inspector", "entities", "reading", "palette", "keys", "send", "empty")
THEMES = ("light", "dark", "contrast")


def add_parser(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the command with its options."""
    parser = subparsers.add_parser(
        "screenshot", help="把窗口画成图片", description="打开示例版面，把窗口画成 PNG 图片。"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="文件夹", help="图片放在这里")
    parser.add_argument("--theme", choices=THEMES, default="light", help="外观（默认 light）")
    parser.add_argument("--scale", type=float, default=1.0, metavar="倍数", help="高分屏的缩放倍数，如 2")
    parser.add_argument("--size", type=_size, default=(1440, 900), metavar="宽x高", help="窗口大小（默认 1440x900）")
    parser.add_argument("--language", choices=("zh", "en"), default="zh", help="界面语言")
    parser.add_argument("--scene", choices=(*SCENES, "all"), default="window", help="画哪个画面（默认 window）")
    parser.add_argument("--library", type=Path, metavar="文库", help="用这个文库，不用示例版面")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Write the pictures and name them; 0 if they were written, 2 if not."""
    os.environ["QT_SCALE_FACTOR"] = str(args.scale)
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from cppcc_reader.app import render_window  # noqa: PLC0415  (Qt: only for the window)

    scenes = SCENES if args.scene == "all" else (args.scene,)
    written = render_window(
        args.out,
        theme=args.theme,
        size=args.size,
        language=args.language,
        scenes=scenes,
        suffix=_suffix(args),
        library=args.library,
    )
    for path in written:
        print(path)
    if not written:
        print("没有画成：版面没有打开，原因见日志", file=sys.stderr)
    return 0 if written else FAILED


def _suffix(args: argparse.Namespace) -> str:
    parts = [args.theme]
    if args.size != (1440, 900):
        parts.append("{}x{}".format(*args.size))
    if args.scale != 1.0:
        parts.append(f"{args.scale:g}x")
    if args.language != "zh":
        parts.append(args.language)
    return "".join(f"-{part}" for part in parts)


def _size(words: str) -> tuple[int, int]:
    try:
        width, height = (int(part) for part in words.lower().split("x"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"大小应写成 1440x900 的样子，不是 {words}") from None
    return width, height
