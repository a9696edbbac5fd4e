"""What all readers of other tools' files share: refusals with file, line and cause, and safe XML."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from cppcc_reader.core.model.span import Span

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something in a file that could not be taken: where, and why in Chinese.

    Attributes:
        line: line number from 1, or None where the whole file is refused.
    """

    path: Path
    line: int | None
    cause: str

    def __str__(self) -> str:
        place = "" if self.line is None else f"第 {self.line} 行："
        return f"{self.path.name}：{place}{self.cause}"


class ReadingError(ValueError):
    """Part of a file cannot be taken; the message is Chinese."""


UNTAKEABLE = (ReadingError, KeyError, IndexError, TypeError, ValueError, AttributeError, OverflowError, RecursionError)
"""What building something from a stranger's data may raise, whatever shape it has."""


def require_inside(start: int, end: int, text: str) -> Span:
    """Return the range if it lies in the text and is not empty.

    Raises:
        ReadingError: if not.
    """
    if not 0 <= start < end <= len(text):
        raise ReadingError(f"标注范围 [{start}, {end}) 不在文本之内（共 {len(text)} 字）")
    return Span(start, end)


def text_of_file(path: Path) -> str:
    """Return a file's text: UTF-8 with or without byte order mark, line ends made LF.

    Raises:
        ReadingError: if it cannot be read or is not UTF-8.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ReadingError(f"无法读取：{error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ReadingError(f"不是 UTF-8 编码（第 {error.start} 个字节处）") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def json_lines(
    path: Path, refuse: Callable[[Refusal], None], build: Callable[[Mapping[str, Any], Path, int], Item]
) -> Iterator[Item]:
    """Yield what ``build`` makes of each line's object; refuse lines that are no JSON or cannot be built."""
    try:
        with path.open("rb") as file:
            for number, raw in enumerate(file, 1):
                if not raw.strip():
                    continue
                try:
                    yield build(_object(raw), path, number)
                except UNTAKEABLE as error:
                    refuse(Refusal(path, number, cause_of(error)))
    except OSError as error:
        refuse(Refusal(path, None, f"无法读取：{error.strerror or error}"))


def _object(raw: bytes) -> Mapping[str, Any]:
    try:
        data = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ReadingError("不是 UTF-8 编码") from error
    except json.JSONDecodeError as error:
        raise ReadingError(f"不是 JSON：第 {error.colno} 个字符处") from error
    if not isinstance(data, Mapping):
        raise ReadingError("不是 JSON 对象")
    return data


def cause_of(error: Exception) -> str:
    """Return in Chinese why something could not be taken."""
    if isinstance(error, ReadingError):
        return str(error)
    if isinstance(error, RecursionError):
        return "嵌套太深"
    if isinstance(error, KeyError):
        return f"缺少字段 {error.args[0]!r}"
    return f"字段的取值不对：{error}"
