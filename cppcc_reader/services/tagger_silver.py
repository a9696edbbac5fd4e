"""Teaching the model this project's guideline: articles that the suggester itself has marked, with names exchanged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from cppcc_reader.core.tagging.candidate import LOC, ORG, PER, TIME, Candidate
from cppcc_reader.core.tagging.gazetteer import Gazetteer
from cppcc_reader.core.tagging.tagger import Tagger
from cppcc_reader.services.tagger_corpora import TrainingText

_UNSURE = 0.7
"""From suggestions below this confidence nothing is learned."""
_LONGEST_BODY = 4000
_UNIT_ENDS = "县市区省州"
_GENERAL_BODIES = (
    *("政协", "县政协", "市政协", "区政协", "州政协", "省政协", "市政协经济委", "县政协提案委", "区政协办公室"),
    *("市委", "县委", "区委", "县政府", "市政府", "市委统战部", "县委组织部", "市政协党组", "县工商联"),
    *("市农业农村局", "县教育局", "区人社局"),
)
_BODY_ENDS = (
    *("政协", "政协", "政协", "政协经济委", "政协提案委员会", "政协办公室", "委", "委组织部", "人民政府", "教育局"),
    *("农业农村局", "融媒体中心", "工商联", "人民医院", "第一中学", "实验小学", "税务局", "人民法院"),
)
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
    """Yield articles as the tagger marks them, about half as they are and half with their names exchanged."""
    for number, text in enumerate(articles):
        marked = [one for one in tagger.candidates([text])[0] if one.label != TIME]
        if exchange.random.random() < 0.5:
            yield _training_text(text, marked)
        if exchange.random.random() < 0.6:
            yield _training_text(*exchange.exchanged(text, marked))
        progress(number + 1, len(articles))


@dataclass(frozen=True, kw_only=True)
class NameExchange:
    """Puts other names in the place of names, so that the model learns where names stand, not which.

    Attributes:
        people: names of people, taken apart into surnames and given names and put together anew.
        counties: full names of places in whose stead and for which others come.
        short_places: the same of short names.
        random: decides; seeded by the caller.
    """

    gazetteer: Gazetteer
    people: Sequence[str]
    counties: Sequence[str]
    short_places: Sequence[str]
    random: Random

    @classmethod
    def of(cls, gazetteer: Gazetteer, texts: Iterable[TrainingText], chance: Random) -> NameExchange:
        """Return an exchange that draws on the lists and on the names of people in marked texts."""
        people = {
            one.text[start:end]
            for one in texts
            for start, end, label in one.names
            if label == PER and 2 <= end - start <= 3 and one.text[start] in gazetteer.surnames
        }
        counties = [name for name, chains in gazetteer.places.items() if chains and "/" in chains[0]]
        return cls(
            gazetteer=gazetteer,
            people=sorted(people),
            counties=counties,
            short_places=sorted(gazetteer.short_places),
            random=chance,
        )

    def exchanged(self, text: str, marked: Sequence[Candidate]) -> tuple[str, list[Candidate]]:
        """Return the text with names exchanged, the same name always for the same other one."""
        parts: list[str] = []
        moved: list[Candidate] = []
        chosen: dict[tuple[str, str], str] = {}
        length = end = 0
        for one in marked:
            quote = text[one.start : one.end]
            other = chosen.setdefault((quote, one.label), self._other(quote, one.label))
            parts += (text[end : one.start], other)
            start = length + one.start - end
            length = start + len(other)
            moved.append(Candidate(start, length, one.label, one.confidence, one.reason))
            end = one.end
        return "".join([*parts, text[end:]]), moved

    def _other(self, quote: str, label: str) -> str:
        if label == PER and 2 <= len(quote) <= 3:
            return self.random.choice(self.people)[0] + self.random.choice(self.people)[1:]
        if label == LOC and (quote in self.gazetteer.places or quote in self.gazetteer.short_places):
            return self._place(quote)
        if label == ORG and self.random.random() < 0.35:
            return self._body()
        return quote

    def _place(self, quote: str) -> str:
        if quote[-1] not in _UNIT_ENDS or len(quote) < 3:
            return self.random.choice(self.short_places)
        return self._county(with_parents=len(quote) >= 5 and self.random.random() < 0.8)

    def _body(self) -> str:
        if self.random.random() < 0.5:
            return self.random.choice(_GENERAL_BODIES)
        return self._county(with_parents=self.random.random() < 0.5) + self.random.choice(_BODY_ENDS)

    def _county(self, *, with_parents: bool) -> str:
        county = self.random.choice(self.counties)
        if not with_parents:
            return county
        parents = self.random.choice(self.gazetteer.places[county]).split("/")
        return "".join(parents[self.random.randrange(len(parents)) :]) + county


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
