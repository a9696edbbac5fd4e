"""Page files are decoded as they are, and what is no page is refused with the reason."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cppcc_reader.formats import page_text
from cppcc_reader.formats.page_text import PageFileError, decode_page, read_page_file

TEXT = "新桥通车\n\n昨天，桥东区的新桥修好了，区里的干部和群众都来参加通车仪式。\n"
TRADITIONAL = "新橋通車\n\n昨天，橋東區的新橋修好了，區裡的幹部和群眾都來參加通車儀式。\n"
NAME = Path("页.txt")


@pytest.mark.parametrize(
    ("codec", "encoding", "bom"),
    [
        ("utf-8", "utf-8", False),
        ("utf-8-sig", "utf-8", True),
        ("gb18030", "gb18030", False),
        ("gbk", "gb18030", False),
        ("utf-16", "utf-16-le", True),
        ("utf-16-le", "utf-16-le", False),
        ("utf-16-be", "utf-16-be", False),
    ],
)
@pytest.mark.parametrize("text", [TEXT, TEXT[:5], TEXT * 200])
def test_every_usual_encoding_is_recognised(codec: str, encoding: str, bom: bool, text: str) -> None:
    file = decode_page(text.encode(codec), NAME)
    assert file.page.text == text
    assert (file.page.source.encoding, file.page.source.bom) == (encoding, bom)


def test_big5_is_told_from_gb18030_which_accepts_its_bytes() -> None:
    data = TRADITIONAL.encode("big5")
    data.decode("gb18030")  # accepted without an error, and gibberish
    file = decode_page(data, NAME)
    assert file.page.text == TRADITIONAL
    assert file.page.source.encoding == "big5"
    assert not file.doubtful
    assert [guess.encoding for guess in file.guesses][:2] == ["big5", "gb18030"]
    assert file.guesses[0].score > 0.6
    assert file.guesses[1].score < 0.2


def test_other_byte_order_marks_are_known() -> None:
    for mark, codec in (("\ufeff", "utf-16-be"), ("\ufeff", "gb18030")):
        file = decode_page((mark + TEXT).encode(codec), NAME)
        assert (file.page.text, file.page.source.encoding, file.page.source.bom) == (TEXT, codec, True)


def test_a_doubtful_encoding_is_said_with_all_that_fit() -> None:
    # Rare characters alone: no score can tell.
    data = "巍犇".encode("gb18030")
    file = decode_page(data, NAME)
    assert file.doubtful
    assert {guess.encoding for guess in file.guesses} >= {"gb18030", "utf-16-le"}
    assert all(guess.sample for guess in file.guesses)


def test_a_given_encoding_is_used_whatever_the_bytes_look_like() -> None:
    data = TRADITIONAL.encode("big5")
    file = decode_page(data, NAME, "gb18030")
    assert file.page.text == data.decode("gb18030")
    assert (file.guesses, file.doubtful) == ((), False)


@pytest.mark.parametrize(
    ("data", "newline"),
    [
        (b"a\nb\n", "lf"),
        (b"a", "lf"),
        (b"a\r\nb\r\n", "crlf"),
        (b"a\rb\r", "cr"),
        (b"a\r\nb\nc\r", "mixed"),
        (b"a\r\r\nb", "mixed"),
    ],
)
def test_line_ends_become_line_feeds_and_are_remembered(data: bytes, newline: str) -> None:
    page = decode_page(data, NAME).page
    assert "\r" not in page.text
    assert page.text.count("\n") == data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n")
    assert page.source.newline == newline


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_nothing_else_is_changed(text: str) -> None:
    body = "桥修好了。" + text + "\u00a0\u2028\u0085\x0ce\u0301Ａ﹒㎡㍿"
    assert decode_page(body.encode(), NAME).page.text == body


@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_are_decoded_or_refused_in_words(data: bytes) -> None:
    try:
        page = decode_page(data, NAME).page
    except PageFileError:
        return
    assert page.text.strip()
    assert "\0" not in page.text
    page.text.encode()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "文件是空的"),
        (b" \r\n\t\n", "只有空白"),
        (b"\xef\xbb\xbf", "只有空白"),
        (TEXT.encode() + b"\0", "NUL"),
        (b"\0\x01\x02\xff" * 9, "NUL"),
        (b"\xff\xff\x80\x81\xff", "编码"),
        (b"%PDF-1.4 text", "PDF"),
        (b"\x89PNG\r\n", "图片"),
        (b"PK\x03\x04abc", "Office"),
        (gzip.compress(b"text"), "压缩"),
        (b"\x01\x02\x03abc" * 9, "控制字符"),
    ],
)
def test_what_is_no_page_is_refused_with_the_reason(data: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "坏.txt"
    path.write_bytes(data)
    with pytest.raises(PageFileError, match=reason):
        read_page_file(path)


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as handle:
        handle.truncate(page_text.MAX_BYTES + 1)
    monkeypatch.setattr(Path, "read_bytes", lambda _path: pytest.fail("was read"))
    with pytest.raises(PageFileError, match=r"文件过大（20\.0 MB，上限 20 MB）"):
        read_page_file(path)


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PageFileError, match="找不到文件"):
        read_page_file(tmp_path / "无.txt")
    with pytest.raises(PageFileError, match="文件夹"):
        read_page_file(tmp_path)
    (tmp_path / "环.txt").symlink_to("环.txt")
    with pytest.raises(PageFileError, match="无法读取"):
        read_page_file(tmp_path / "环.txt")


@pytest.mark.parametrize(
    ("encoding", "reason"),
    [
        ("klingon", "不认识的编码：klingon"),
        ("utf-8", "第 1 个字节处出错"),
        ("hex", "不能按 hex"),
        ("ascii", "不能按 ascii"),
    ],
)
def test_a_given_encoding_that_does_not_fit_is_refused(encoding: str, reason: str) -> None:
    with pytest.raises(PageFileError, match=reason):
        decode_page(TEXT.encode("gb18030"), NAME, encoding)


def test_a_mark_that_contradicts_the_given_encoding_is_refused() -> None:
    with pytest.raises(PageFileError, match="utf-16-le，不是 utf-16-be"):
        decode_page(TEXT.encode("utf-16"), NAME, "utf-16-be")
    assert decode_page(TEXT.encode("utf-16"), NAME, "utf-16").page.text == TEXT


def test_the_same_bytes_are_the_same_page() -> None:
    first, second = decode_page(TEXT.encode(), Path("一.txt")).page, decode_page(TEXT.encode(), Path("二.txt")).page
    assert first.id == second.id
    assert first.id != decode_page(TEXT.encode("gb18030"), NAME).page.id


def test_odd_characters_are_kept_and_said() -> None:
    file = decode_page((TEXT + "\x07\x0c\ufffd").encode(), NAME)
    assert file.page.text == TEXT + "\x07\x0c\ufffd"
    assert [warning.split("（")[0][:8] for warning in file.warnings] == ["含有 1 个控制", "含有 1 个替换"]


def test_the_real_pages_are_utf_8_beyond_doubt(shared_pages: list[Path]) -> None:
    for path in shared_pages:
        file = read_page_file(path)
        assert (file.page.source.encoding, file.doubtful, file.warnings) == ("utf-8", False, ())
        assert file.page.text.encode() == path.read_bytes()
        again = decode_page(file.page.text.encode("gb18030"), path)
        assert (again.page.text, again.doubtful) == (file.page.text, False)
