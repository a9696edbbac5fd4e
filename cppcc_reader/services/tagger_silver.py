"""Teaching the model this project's guideline: articles that the suggester itself has marked, with names exchanged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from cppcc_reader.core.tagging.candidate import TIME, Candidate
from cppcc_reader.core.tagging.tagger import Tagger
from cppcc_reader.services.tagger_corpora import TrainingText
from cppcc_reader.services.tagger_names import NameExchange

_UNSURE = 0.7
"""From suggestions below this confidence nothing is learned."""
_LONGEST_BODY = 4000
_AS_THEY_ARE, _EXCHANGED = 0.5, 0.8
"""Shares of the articles that are learned from as they are, and with names exchanged; some both ways."""
# Words by which articles about local affairs are known.
_LOCAL = ("政协", "委员", "书记", "县", "村", "记者", "市委", "局长", "主任")

Progress = Callable[[int, int], object]


def local_articles(articles: Iterable[str], share: float) -> list[str]:
    """Return the share of the articles that speak most of local affairs, the most local first."""
    kept = sorted((one[:_LONGEST_BODY] for one in articles if len(one) > 150), key=_locality, reverse=True)
    return kept[: int(len(kept) * share)]


def silver_texts(
    articles: Sequence[str], tagger: Tagger, exchange: NameExchange, progress: Progress = lambda _done, _all: None
) -> Iterator[TrainingText]:
    """Yield articles as the tagger marks them, as they are or with their names exchanged, or both."""
    for number, text in enumerate(articles):
        marked = [one for one in tagger.candidates([text])[0] if one.label != TIME]
        if exchange.random.random() < _AS_THEY_ARE:
            yield _training_text(text, marked)
        if exchange.random.random() < _EXCHANGED:
            yield _training_text(*exchange.exchanged(text, marked))
        progress(number + 1, len(articles))


def _training_text(text: str, marked: Sequence[Candidate]) -> TrainingText:
    return TrainingText(
        text=text,
        names=tuple((one.start, one.end, one.label) for one in marked),
        style="cppcc",
        titles_known=True,
        unsure=tuple((one.start, one.end) for one in marked if one.confidence < _UNSURE),
    )


def _locality(article: str) -> float:
    return sum(map(article.count, _LOCAL)) / (len(article) + 200)
