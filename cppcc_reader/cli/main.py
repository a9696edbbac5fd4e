"""The command line's entry: finds the command, keeps a log, and never shows a traceback."""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import io
import logging
import logging.handlers
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cppcc_reader.cli.chinese_parser import FAILED, ChineseParser
from cppcc_reader.services.software import SOFTWARE
from cppcc_reader.services.user_folders import state_folder

PROGRAM = "cppcc-reader"
INTERRUPTED = 130

_LOG_BYTES = 1_000_000
_log = logging.getLogger(__name__)

Subparsers = argparse._SubParsersAction  # argparse has no public name for it


@dataclass(frozen=True, slots=True)
class Command:
    """A command: the module that carries it out, imported only when the command is typed, and a line of help."""

    module: str
    help: str


COMMANDS = {
    "import": Command("cppcc_reader.cli.import_pages", "把版面文件、文件夹或版面记录导入文库"),
    "split": Command("cppcc_reader.cli.split", "切分版面文件，输出版面记录，不用文库"),
    "export": Command("cppcc_reader.cli.export", "把文库导出为训练数据"),
    "evaluate": Command("cppcc_reader.cli.evaluate", "用金标准衡量切分和实体"),
    "check": Command("cppcc_reader.cli.check", "检查文库是否完好"),
    "search": Command("cppcc_reader.cli.search", "在文库的文章中检索"),
    "effort": Command("cppcc_reader.cli.effort", "计算从自动切分改到金标准要多少步操作"),
    "screenshot": Command("cppcc_reader.cli.screenshot", "把窗口画成图片，用示例版面"),
    "train": Command("cppcc_reader.cli.train", "用标好的版面训练切分模型"),
}


class CommandModule(Protocol):
    """What every module named in :data:`COMMANDS` offers."""

    def add_parser(self, subparsers: Subparsers[argparse.ArgumentParser]) -> None:
        """Add the command with its options."""

    def run(self, args: argparse.Namespace) -> int:
        """Carry the command out and return the exit code."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 all well, 1 done with losses, 2 not done."""
    _use_utf8()
    with _log_file():
        return _guarded(list(sys.argv[1:] if arguments is None else arguments))


def log_path() -> Path:
    """Return where the log file lies."""
    return state_folder() / f"{PROGRAM}.log"


def _guarded(typed: list[str]) -> int:
    try:
        if typed and typed[0] in COMMANDS:
            return _run_command(typed)
        return _open_window(_window_parser().parse_args(typed).paths)
    except KeyboardInterrupt:
        return _complain("已中断；在此之前保存的都在", INTERRUPTED)
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python would complain once more while closing it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        return _report(error)


def _run_command(typed: list[str]) -> int:
    module: CommandModule = importlib.import_module(COMMANDS[typed[0]].module)
    parser: argparse.ArgumentParser = ChineseParser(prog=PROGRAM)
    module.add_parser(parser.add_subparsers(required=True))
    return module.run(parser.parse_args(typed))


def _window_parser() -> argparse.ArgumentParser:
    width = max(map(len, COMMANDS))
    lines = [f"  {name.ljust(width)}  {command.help}" for name, command in COMMANDS.items()]
    parser = ChineseParser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [文库 | 路径 ...]\n       {PROGRAM} 命令 [选项 ...]",
        description="把报纸版面切成文章，改正、标注、检索、导出。不带命令则打开窗口。",
        epilog="\n".join(["命令（各有 --help）：", *lines]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=SOFTWARE, help="显示版本")
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="路径", help="文库（.cppcc），或要打开的版面文件、文件夹"
    )
    return parser


def _open_window(paths: list[Path]) -> int:
    if importlib.util.find_spec("PySide6") is None:
        commands = "、".join(COMMANDS)
        return _complain(
            f"没有安装窗口所需的 PySide6，请运行 pip install '{PROGRAM}[window]'；不用窗口的命令仍可使用：{commands}",
            FAILED,
        )
    from cppcc_reader.services.project import SUFFIX  # noqa: PLC0415  (SQLite: not for --help)

    missing = [path for path in paths if not path.exists() and path.suffix != SUFFIX]
    if missing:
        known = "、".join(COMMANDS)
        return _complain(f"没有这个文件或文件夹：{missing[0]}。若是命令，本程序的命令有：{known}", FAILED)
    if not _has_display():
        return _complain("没有可用的显示器，打不开窗口；不用窗口的命令仍可使用，见 cppcc-reader --help", FAILED)
    from cppcc_reader.app import run_window  # noqa: PLC0415  (Qt: only for the window)

    return run_window(paths)


def _has_display() -> bool:
    """Tell whether a window can be shown; Qt would end the process where it cannot."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _report(error: Exception) -> int:
    """Say in one line what happened; what is no known trouble goes to the log with its traceback."""
    from cppcc_reader.core.model.json_codec import RecordError  # noqa: PLC0415  (not needed where all goes well)
    from cppcc_reader.storage.errors import LibraryError  # noqa: PLC0415

    if isinstance(error, LibraryError | RecordError):
        _log.info("%s: %s", type(error).__name__, error)
        return _complain(str(error), FAILED)
    if isinstance(error, OSError) and error.filename is not None:
        _log.info("%s", error, exc_info=True)
        return _complain(f"无法读写 {error.filename}（{error.strerror}）", FAILED)
    _log.error("unexpected error", exc_info=error)
    return _complain(f"程序内部出错（{type(error).__name__}），详情已写入日志 {log_path()}", FAILED)


def _complain(message: str, code: int) -> int:
    print(f"{PROGRAM}：{message}", file=sys.stderr)
    return code


def _use_utf8() -> None:
    """Write UTF-8 whatever the locale: page records are UTF-8, and Chinese must not break a pipe."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@contextmanager
def _log_file() -> Iterator[None]:
    """Keep a log while the program runs; without a place for it, do without."""
    handler: logging.Handler
    try:
        log_path().parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            log_path(), maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger("cppcc_reader")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        handler.close()
