"""Simple splitters to compare with: blank lines, a few rules, TextTiling."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.words import cut

_LINE = re.compile(r"\S[^\n]*")
_HEAD_LENGTH = 40
_WORDS_PER_SENTENCE = 20
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def blank_lines(text: str) -> AnnotationSet:
    """Take every block between blank lines for an article."""
    return _articles([[line] for line in _lines(text)])


def few_rules(text: str) -> AnnotationSet:
    """Begin an article at every run of lines that look like heads: short and without a full stop."""
    groups: list[list[Segment]] = []
    in_heads = False
    for line in _lines(text):
        quote = text[line.start : line.end]
        head = len(quote) <= _HEAD_LENGTH and "。" not in quote and quote[-1] not in "，,；;、：:”"
        role = Role.HEADLINE if head else Role.BODY
        if not groups or (head and not in_heads):
            groups.append([])
        groups[-1].append(Segment(start=line.start, end=line.end, role=role))
        in_heads = head
    return _articles(groups)


def text_tiling(text: str) -> AnnotationSet:
    """Split where the words change (Hearst 1997), by nltk over jieba's words.

    Raises:
        ModuleNotFoundError: if nltk is not installed: it is a tool for measuring, no part of the program.
    """
    lines = _lines(text)
    tokenizer = import_module("nltk.tokenize.texttiling").TextTilingTokenizer(w=_WORDS_PER_SENTENCE, k=10, stopwords=[])
    codes: dict[str, str] = {}
    spelled = "\n\n" + "\n\n".join(_spelled(text[line.start : line.end], codes) for line in lines) + "\n\n"
    groups: list[list[Segment]] = []
    taken = 0
    for piece in _tiles(tokenizer, spelled):
        count = len([part for part in piece.split("\n\n") if part.strip()])
        groups.append(lines[taken : taken + count])
        taken += count
    groups.append(lines[taken:])
    return _articles([group for group in groups if group])


def _tiles(tokenizer: Any, spelled: str) -> Sequence[str]:
    try:
        tiles: list[str] = tokenizer.tokenize(spelled)
    except ValueError:  # too short a text, or without paragraphs
        return [spelled]
    return tiles


def _spelled(text: str, codes: dict[str, str]) -> str:
    """Spell each Chinese word in Latin letters: nltk's tokenizer drops all others."""
    words = [word for word in cut(text) if word.strip()]
    return " ".join(codes.setdefault(word, _letters(len(codes))) for word in words)


def _letters(number: int) -> str:
    found = ""
    while True:
        found += _LETTERS[number % len(_LETTERS)]
        number //= len(_LETTERS)
        if number == 0:
            return "w" + found


def _lines(text: str) -> list[Segment]:
    return [
        Segment(start=match.start(), end=match.start() + len(match.group().rstrip())) for match in _LINE.finditer(text)
    ]


def _articles(groups: Sequence[Sequence[Segment]]) -> AnnotationSet:
    return AnnotationSet.of(
        articles=tuple(Article(id=f"a{n}", segments=tuple(group)) for n, group in enumerate(groups, start=1))
    )
