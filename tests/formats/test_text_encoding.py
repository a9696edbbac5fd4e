"""The score by which an encoding is chosen."""

from __future__ import annotations

import pytest

from cppcc_reader.formats.text_encoding import ENCODINGS, EncodingGuess, guesses, is_doubtful, marked_encoding

PROSE = "会议指出，要把发展作为第一要务，加强调查研究，为群众办实事。"


@pytest.mark.parametrize("encoding", [one for one in ENCODINGS if one != "big5"])
def test_prose_scores_far_above_its_misreadings(encoding: str) -> None:
    found = guesses(PROSE.encode(encoding))
    assert found[0].encoding == encoding
    assert found[0].score > 0.7
    assert all(guess.score < 0.2 for guess in found[1:])
    assert not is_doubtful(found)


def test_pure_ascii_is_utf_8_without_doubt() -> None:
    found = guesses(b"Plain text.\n")
    assert found[0].encoding == "utf-8"
    assert not is_doubtful(found)


def test_samples_are_what_the_encoding_makes_of_the_bytes() -> None:
    data = "\r\n  新橋通車".encode("big5")
    samples = {guess.encoding: guess.sample for guess in guesses(data)}
    assert samples["big5"] == "新橋通車"
    assert samples["gb18030"] == data.decode("gb18030").strip()


def test_marks_are_known() -> None:
    assert marked_encoding("\ufeff".encode("utf-8")) == "utf-8"
    assert marked_encoding("\ufeff".encode("utf-16-be")) == "utf-16-be"
    assert marked_encoding(b"abc") is None


def test_doubt_is_a_poor_or_a_narrow_win() -> None:
    good, close, poor = EncodingGuess("a", 0.9, ""), EncodingGuess("b", 0.8, ""), EncodingGuess("c", 0.3, "")
    assert not is_doubtful((good,))
    assert not is_doubtful((good, poor))
    assert is_doubtful((good, close))
    assert is_doubtful((poor,))
    assert is_doubtful(())
