"""Tags of token sequences (BIO, BIOES, BMES) and back."""

from __future__ import annotations

from collections.abc import Sequence

from cppcc_reader.formats.exporter import Scheme

_LETTERS: dict[Scheme, tuple[str, str, str, str]] = {
    # begin, inside, end, single
    Scheme.BIO: ("B", "I", "I", "B"),
    Scheme.BIOES: ("B", "I", "E", "S"),
    Scheme.BMES: ("B", "M", "E", "S"),
}
assert set(_LETTERS) == set(Scheme)

_BEGINS = frozenset("BS")
_ENDS = frozenset("ES")
_KNOWN = frozenset("BIMES")


def tags_of(length: int, ranges: Sequence[tuple[int, int, str]], scheme: Scheme) -> list[str]:
    """Return the tags of ``length`` tokens.

    Args:
        length: number of tokens.
        ranges: ``(first token, end token, label)``, not overlapping.
        scheme: how ranges are marked.
    """
    begin, inside, end, single = _LETTERS[scheme]
    tags = ["O"] * length
    for first, stop, label in ranges:
        tags[first:stop] = [f"{inside}-{label}"] * (stop - first)
        tags[stop - 1] = f"{end}-{label}"
        tags[first] = f"{single if stop - first == 1 else begin}-{label}"
    return tags


def ranges_of(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return the ranges that tags of any of the schemes mark; a range that is continued without a beginning begins.

    Raises:
        ValueError: if a tag belongs to none of the schemes.
    """
    ranges: list[tuple[int, int, str]] = []
    start, current = 0, ""
    for index, tag in enumerate(tags):
        letter, _, label = tag.partition("-")
        if tag != "O" and (letter not in _KNOWN or not label):
            raise ValueError(f"不认识的标记 {tag!r}")
        if current and (tag == "O" or letter in _BEGINS or label != current):
            ranges.append((start, index, current))
            current = ""
        if tag != "O" and not current:
            start, current = index, label
        if current and letter in _ENDS:
            ranges.append((start, index + 1, current))
            current = ""
    if current:
        ranges.append((start, len(tags), current))
    return ranges
