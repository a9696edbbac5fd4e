"""An argument parser whose help and complaints are Chinese; argparse itself would speak English."""

from __future__ import annotations

import argparse
import re
import sys
from typing import Any, NoReturn

FAILED = 2
"""Exit code where a command could not do its work at all; 1 means done, but not all went well."""

_COMPLAINTS = (
    (r"the following arguments are required: (.*)", r"缺少 \1"),
    (r"unrecognized arguments: (.*)", r"不认识 \1"),
    (r"argument (.*?): expected (?:one|at least one) argument", r"\1 后面缺少内容"),
    (r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)", r"\1 不能是 \2，可选 \3"),
    (r"argument (.*?): invalid .* value: (.*)", r"\1 的内容不对：\2"),
    (r"argument (.*?): not allowed with argument (.*)", r"\1 不能与 \2 同时使用"),
)


class ChineseParser(argparse.ArgumentParser):
    """Also the class of every subcommand's parser."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{**options, "add_help": False})
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def format_usage(self) -> str:
        """Return the line that says how to call the command."""
        return super().format_usage().replace("usage: ", "用法：", 1)

    def format_help(self) -> str:
        """Return the whole help."""
        return super().format_help().replace("usage: ", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        """Complain about the arguments and end the program."""
        self.print_usage(sys.stderr)
        self.exit(FAILED, f"{self.prog}：参数不对（{_in_chinese(message)}）。用 {self.prog} --help 查看用法。\n")


def _in_chinese(message: str) -> str:
    for pattern, words in _COMPLAINTS:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return match.expand(words)
    return message
