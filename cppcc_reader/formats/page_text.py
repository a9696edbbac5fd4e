"""Page files: plain text in one of the encodings that Chinese newspapers' archives come in."""

from __future__ import annotations

import codecs
import hashlib
from dataclasses import dataclass
from pathlib import Path

from cppcc_reader.core.model.page import Page, PageSource
from cppcc_reader.formats.file_name import meta_from_path
from cppcc_reader.formats.text_encoding import DOUBT_SCORE, EncodingGuess, guesses, is_doubtful, marked_encoding

MAX_BYTES = 20 * 1024 * 1024
"""A newspaper page has some ten thousand bytes; a file of this size is something else."""

_CONTROLS = bytes(code for code in (*range(1, 32), 127) if chr(code) not in "\t\n\v\f\r")
_BINARY_SHARE = 0.02
_FEW_CONTROLS = 8
_HAS_NUL = "含有 NUL 字符，不是纯文本，或编码不对"
_SIGNATURES = (
    (b"%PDF-", "PDF 文件"),
    (b"PK\x03\x04", "压缩包或 Office 文档"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office 文档"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"\x1f\x8b", "压缩文件"),
    (b"SQLite format 3\x00", "数据库文件"),
    (b"{\\rtf", "RTF 文档"),
)


class PageFileError(ValueError):
    """A file that is no page; the message is the reason in Chinese."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFile:
    """A decoded page file.

    Attributes:
        page: with its frozen text; the id is made from the bytes' digest.
        original: the bytes as they lay on the disk.
        guesses: the encodings that accept the bytes, best first; empty where the encoding was given.
        doubtful: the encoding was decided by a narrow margin; a person should look.
        warnings: what is odd but no reason to refuse, in Chinese.
    """

    page: Page
    original: bytes
    guesses: tuple[EncodingGuess, ...] = ()
    doubtful: bool = False
    warnings: tuple[str, ...] = ()


def read_page_file(path: Path, encoding: str | None = None) -> PageFile:
    """Read and decode a page file.

    Args:
        encoding: a Python codec name to decode with, whatever the bytes look like.

    Raises:
        PageFileError: if it cannot be read, is empty, binary, huge, holds NUL or fits no encoding.
    """
    return decode_page(_read(path), path, encoding)


def decode_page(data: bytes, path: Path, encoding: str | None = None) -> PageFile:
    """Decode the bytes of a page file; ``path`` only names the page and tells paper, date and number.

    Only a byte order mark is removed and line ends are made LF; nothing else is changed.

    Raises:
        PageFileError: as :func:`read_page_file`.
    """
    _refuse_binary(data)
    found = () if encoding else guesses(data)
    codec = _codec_name(encoding) if encoding else _best(found, data)
    decoded, bom = _decode(data, codec)
    line_ends = _line_ends(decoded)
    text = decoded if line_ends == "lf" else decoded.replace("\r\n", "\n").replace("\r", "\n")
    controls = _count_controls(text)
    _refuse_hopeless(text, controls)
    digest = hashlib.sha256(data).hexdigest()
    source = PageSource(name=path.name, sha256=digest, encoding=codec, newline=line_ends, bom=bom)
    return PageFile(
        page=Page(id=digest[:16], text=text, source=source, meta=meta_from_path(path)),
        original=data,
        guesses=found,
        doubtful=not encoding and is_doubtful(found),
        warnings=_warnings(text, controls),
    )


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise PageFileError(f"文件过大（{size / 1024 / 1024:.1f} MB，上限 {MAX_BYTES // 1024 // 1024} MB）")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise PageFileError("找不到文件") from error
    except IsADirectoryError as error:
        raise PageFileError("是文件夹，不是文件") from error
    except OSError as error:
        raise PageFileError(f"无法读取（{error.strerror or '系统拒绝'}）") from error


def _refuse_binary(data: bytes) -> None:
    if not data:
        raise PageFileError("文件是空的")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise PageFileError(f"是{kind}，不是纯文本")


def _refuse_hopeless(text: str, controls: int) -> None:
    if not text.strip():
        raise PageFileError("文件里只有空白")
    if "\0" in text:
        raise PageFileError(_HAS_NUL)
    if controls > max(_FEW_CONTROLS, _BINARY_SHARE * len(text)):
        raise PageFileError("控制字符太多，像是二进制文件")


def _best(found: tuple[EncodingGuess, ...], data: bytes) -> str:
    # NUL bytes are half of every ASCII character in UTF-16; in what reads badly as UTF-16 they are no text.
    if b"\0" in data and not (found and found[0].score >= DOUBT_SCORE):
        raise PageFileError(_HAS_NUL)
    if not found:
        raise PageFileError("不是任何已知编码的文本（UTF-8、GB18030、Big5、UTF-16），可能是二进制文件")
    return found[0].encoding


def _codec_name(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
    except LookupError as error:
        raise PageFileError(f"不认识的编码：{encoding}") from error
    # The mark is told apart from the encoding, so that the bytes can be given back.
    return {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}.get(name, name)


def _decode(data: bytes, codec: str) -> tuple[str, bool]:
    """Return the text without a byte order mark, and whether there was one."""
    if codec.startswith("utf-16") and (marked := marked_encoding(data)) is not None and marked != codec:
        raise PageFileError(f"字节顺序标记表明编码是 {marked}，不是 {codec}")
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise PageFileError(f"不能按 {codec} 解读：第 {error.start + 1} 个字节处出错") from error
    except (LookupError, ValueError) as error:  # codecs that are no text encodings, such as rot13
        raise PageFileError(f"不能按 {codec} 解读") from error
    return text.removeprefix("\ufeff"), text.startswith("\ufeff")


def _line_ends(decoded: str) -> str:
    if "\r" not in decoded:
        return "lf"
    crlf = decoded.count("\r\n")
    kinds = {"crlf": crlf, "cr": decoded.count("\r") - crlf, "lf": decoded.count("\n") - crlf}
    present = [kind for kind, count in kinds.items() if count]
    return present[0] if len(present) == 1 else "mixed"


def _count_controls(text: str) -> int:
    # On bytes: no byte of a longer UTF-8 sequence is a control, and translate() is ten times a regular expression.
    encoded = text.encode("utf-8", "surrogatepass")
    return len(encoded) - len(encoded.translate(None, _CONTROLS))


def _warnings(text: str, controls: int) -> tuple[str, ...]:
    found = []
    if controls:
        found.append(f"含有 {controls} 个控制字符（保留，导出 XML 时会替换）")
    if replaced := text.count("\ufffd"):
        found.append(f"含有 {replaced} 个替换字符“\ufffd”，原文件可能已经损坏")
    return tuple(found)
