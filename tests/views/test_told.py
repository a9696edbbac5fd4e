"""Messages of lower floors are said in the language of the interface, names and numbers kept."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cppcc_reader.core.editing.command import EditError
from cppcc_reader.services.import_report import FileOutcome, ImportReport, Outcome
from cppcc_reader.storage.errors import LibraryLockedError, NewerLibraryError
from cppcc_reader.views.told import told
from cppcc_reader.views.told_phrases import PHRASES
from cppcc_reader.views.translations import Language, Translations

FLOORS = ("core/editing", "storage", "services")
FILES = ("formats/page_text.py", "formats/reading.py", "formats/tag_set_toml.py", "formats/page_record.py")
ONLY_IN_A_TERMINAL = {
    "没有这个版面的预测：{0}（{1}）",
    "训练实体模型需要 PyTorch，它不随本程序安装。请先运行：pip install torch",
}


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    translations = Translations(qapp)
    translations.use(Language.ENGLISH)
    yield
    translations.use(Language.CHINESE)


def test_chinese_stays_as_it_is() -> None:
    assert told(EditError("没有编号为 a7 的文章")) == "没有编号为 a7 的文章"


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("message", "words"),
    [
        (EditError("没有编号为 a7 的文章"), "There is no article a7"),
        (EditError("版面附件没有阅读顺序"), "Furniture has no reading order"),
        (
            LibraryLockedError(Path("/文库.cppcc")),
            "Another window or command is using the library: /文库.cppcc. "
            "It can be opened to read; to change it, close the other first.",
        ),
        (
            NewerLibraryError(Path("a.cppcc"), 9, 3),
            "A newer program made this library (format 9, this one knows 3): a.cppcc. "
            "It was not touched; update this program to open it.",
        ),
        ("未导入 页.txt：是PDF 文件，不是纯文本", "Not imported, 页.txt: it is a PDF file, not plain text"),
        ("编码存疑，按 gb18030 读入（也可能是 big5）", "the encoding is doubtful, read as gb18030 (it may be big5)"),
        ("不认识 {报社}；可以写 {报纸}", "{报社} is not known; possible are {报纸}"),
        ("Permission denied", "Permission denied"),
        ("没人说过的话", "没人说过的话"),
    ],
)
def test_english_says_the_same_and_keeps_what_was_put_in(message: object, words: str) -> None:
    assert told(message) == words


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("cancelled", [False, True])
def test_the_report_of_an_import(cancelled: bool) -> None:
    refused = FileOutcome(path=Path("页.jsonl"), outcome=Outcome.REFUSED, line_no=3, reason="不是 JSON 对象")
    report = ImportReport(outcomes=(refused,), cancelled=cancelled)
    assert told(report.summary).startswith("0 pages imported, 0 were there already, 1 not imported")
    assert [told(line) for line in report.lines()] == ["Not imported, 页.jsonl line 3: it is no JSON object"]


def _template(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    assert isinstance(node, ast.JoinedStr)
    parts, number = [], 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value))
        else:
            parts.append(f"{{{number}}}")
            number += 1
    return "".join(parts)


def _outermost(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        yield _template(node)
    else:
        for child in ast.iter_child_nodes(node):
            yield from _outermost(child)


def _said_in(path: Path) -> Iterator[str]:
    """Yield the Chinese words of the errors that a file raises or defines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        raised = [node.exc] if isinstance(node, ast.Raise) and node.exc else []
        is_init = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "__init__"
        for part in [*raised, *(node.args if is_init else [])]:
            yield from (text for text in _outermost(part) if any("\u4e00" <= char <= "\u9fff" for char in text))


def test_no_error_of_the_lower_floors_is_forgotten(repository: Path) -> None:
    package = repository / "cppcc_reader"
    files = [path for floor in FLOORS for path in sorted((package / floor).glob("*.py"))]
    said = {text for path in [*files, *(package / name for name in FILES)] for text in _said_in(path)}
    assert said - ONLY_IN_A_TERMINAL - set(map(str, PHRASES)) == set(), "add them to views/told_phrases.py"
