"""Training the entity suggester's model: corpora first, then articles marked in this project's own style."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import accumulate
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cppcc_reader.core.tagging.candidate import TITLE, Candidate
from cppcc_reader.core.tagging.chunks import chunks
from cppcc_reader.core.tagging.decoding import tags_of
from cppcc_reader.core.tagging.features import UNKNOWN, FeatureEncoder, normalised
from cppcc_reader.core.tagging.neural_model import HEADS, STYLES, NeuralModel
from cppcc_reader.core.tagging.tagger import Tagger
from cppcc_reader.services.tagger_calibration import corrections
from cppcc_reader.services.tagger_corpora import TrainingText, read_articles, read_corpora, read_marked
from cppcc_reader.services.tagger_loading import load_gazetteer, load_word_classes
from cppcc_reader.services.tagger_names import NameExchange
from cppcc_reader.services.tagger_network import UNMARKED, Example, Schedule, TaggerNetwork
from cppcc_reader.services.tagger_silver import local_articles, silver_texts
from cppcc_reader.services.tagger_weights import TaggerWeights, write_weights

Report = Callable[[str], object]
"""Gets a line of Chinese about what is going on."""

_FEWEST_CHARACTERS, _MOST_CHARACTERS = 3, 7000
_FEWEST_PAIRS, _MOST_PAIRS = 8, 120_000
_EMBEDDING = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggerTrainingOptions:
    """What to train on and how long.

    Attributes:
        data: the data folder (``ner/``, ``pages/``, ``articles/``).
        held_out: corpora whose sentences are kept away from training.
        calibrate: corpora that are kept away too; on them the confidences are corrected.
        out: the model file to write.
        epochs: over the corpora, to begin with. Then come one over articles in our style with a share of the
            corpora, and one over the corpora with a share of the articles, from the mean of the first two.
        silver_characters: how many characters of articles the second part uses; 0 leaves it out.
        stages: folder where the outcome of each stage is kept: a training that was broken off goes on there.
        seed: decides all chance.
    """

    data: Path
    out: Path
    held_out: tuple[Path, ...] = ()
    calibrate: tuple[Path, ...] = ()
    epochs: float = 5.0
    stages: Path | None = None
    silver_characters: int = 3_000_000
    seed: int = 0


def train_tagger(options: TaggerTrainingOptions, report: Report) -> None:
    """Train and write the model file.

    Raises:
        NoTorchError: if PyTorch is not installed.
    """
    chance = random.Random(options.seed)
    texts = read_corpora(options.data, (*options.held_out, *options.calibrate))
    articles = list(read_articles(options.data / "articles" / "printed-2026h1.jsonl.gz"))
    report(f"语料 {len(texts)} 句，文章 {len(articles)} 篇")
    encoder = _vocabulary([*(one.text for one in texts), *articles])
    characters = list(encoder.characters)
    network = TaggerNetwork(characters=first_vectors(characters), pairs=len(encoder.pairs), seed=options.seed)
    examples = list(_examples(_without_most_empty(texts, chance), encoder))
    stages = _Stages(network, options.stages, report)
    stages.run("语料", lambda: examples, epochs=options.epochs, rate=3e-3)
    if options.silver_characters:
        exchange = NameExchange.of(encoder.gazetteer, texts, chance)
        own = list(
            _examples(_silver(articles, _teacher(encoder, network), exchange, options.silver_characters), encoder)
        )
        report(f"自标文章 {len(own)} 段")
        before = network.state()
        stages.run("自标", lambda: [*own, *_some(examples, 0.6, chance)], epochs=1, rate=1.5e-3)
        network.blend(before)
        stages.run("收尾", lambda: [*_some(own, 0.5, chance), *examples], epochs=1, rate=1e-3, batch=6000)
    arrays = network.weights()
    unseen = [one for path in options.calibrate for one in read_marked(path)]
    if unseen:
        arrays |= corrections(unseen, NeuralModel(encoder, arrays))
    write_weights(options.out, TaggerWeights(characters=characters, pairs=list(encoder.pairs), arrays=arrays))


class _Stages:
    """Runs the stages of a training; a stage whose outcome was kept is not run again."""

    def __init__(self, network: TaggerNetwork, folder: Path | None, report: Report) -> None:
        self._network, self._folder, self._report = network, folder, report

    def run(
        self, name: str, examples: Callable[[], list[Example]], *, epochs: float, rate: float, batch: int = 8000
    ) -> None:
        """Train a stage, or take it over."""
        shown = examples()
        kept = self._folder / f"{name}.pt" if self._folder else None
        if kept and self._network.go_on_from(kept):
            self._report(f"{name}：已有 {kept.name}，不再训练")
            return
        schedule = Schedule(name=name, epochs=epochs, rate=rate, batch=batch)
        self._network.fit(shown, schedule, _reporter(self._report, name))
        if kept:
            kept.parent.mkdir(parents=True, exist_ok=True)
            self._network.keep(kept)


def _teacher(encoder: FeatureEncoder, network: TaggerNetwork) -> Tagger:
    """Return the suggester with the model as it is now."""
    return Tagger(encoder.gazetteer, model=_NamesOnly(NeuralModel(encoder, network.weights(), style="pfr")))


def first_vectors(characters: Sequence[str]) -> NDArray[np.float32]:
    """Return first vectors for characters, the unknown one first: those that jieba's package brings (LAC small).

    Characters it does not have get chance vectors of the same size.
    """
    folder = files("jieba").joinpath("lac_small")
    lines = folder.joinpath("word.dic").read_text(encoding="utf-8").splitlines()
    numbers = {row[1]: int(row[0]) for row in (line.split("\t") for line in lines) if len(row) > 1}
    raw = folder.joinpath("model_baseline").joinpath("word_emb").read_bytes()
    count = len(raw) // (4 * _EMBEDDING)
    known = np.frombuffer(raw[-4 * _EMBEDDING * count :], dtype="<f4").reshape(count, _EMBEDDING)
    vectors = np.random.default_rng(0).normal(size=(len(characters) + 1, _EMBEDDING)) * known.std()
    for number, character in enumerate(characters, 1):
        if numbers.get(character, count) < count:
            vectors[number] = known[numbers[character]]
    scaled: NDArray[np.float32] = (vectors / vectors.std() * 0.3).astype(np.float32)
    return scaled


def _vocabulary(texts: Iterable[str]) -> FeatureEncoder:
    characters: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for text in texts:
        plain = normalised(text)
        characters.update(plain)
        pairs.update(plain[at : at + 2] for at in range(len(plain) - 1))
    common = [one for one, count in characters.most_common(_MOST_CHARACTERS) if count >= _FEWEST_CHARACTERS]
    common_pairs = [one for one, count in pairs.most_common(_MOST_PAIRS) if count >= _FEWEST_PAIRS]
    return FeatureEncoder(
        characters={one: number for number, one in enumerate(common, 1)},
        pairs={one: number for number, one in enumerate(common_pairs, 1)},
        word_classes=load_word_classes(),
        gazetteer=load_gazetteer(),
    )


def _silver(
    articles: Sequence[str], teacher: Tagger, exchange: NameExchange, characters: int
) -> Iterator[TrainingText]:
    """Let the suggester, with the model as it is now, mark articles about local affairs."""
    local = local_articles(articles, 0.75)
    exchange.random.shuffle(local)
    sizes = accumulate(map(len, local))
    chosen = [article for article, size in zip(local, sizes, strict=True) if size <= characters]
    return silver_texts(chosen, teacher, exchange)


class _NamesOnly:
    """A model without its positions: other corpora mark them by another guideline than ours."""

    def __init__(self, model: NeuralModel) -> None:
        self._model = model

    def candidates(self, texts: Sequence[str]) -> list[list[Candidate]]:
        return [
            [one for one in found if one.label != TITLE and one.confidence > 0.3]
            for found in self._model.candidates(texts)
        ]


def _some(examples: Iterable[Example], share: float, chance: random.Random) -> list[Example]:
    return [one for one in examples if chance.random() < share]


def _without_most_empty(texts: Iterable[TrainingText], chance: random.Random) -> Iterator[TrainingText]:
    """Leave out 60 % of the sentences of MSRA and People's Daily without names: they teach little and are many."""
    for one in texts:
        if one.names or one.style not in ("newspaper", "daily") or chance.random() < 0.4:
            yield one


def _examples(texts: Iterable[TrainingText], encoder: FeatureEncoder) -> Iterator[Example]:
    for one in texts:
        features = encoder.encode(one.text)
        rows = np.stack([features.characters, features.pairs, features.words, features.places])
        tags = [tags_of(len(one.text), one.names, labels) for labels in HEADS]
        for known, row in zip((one.names_known, one.titles_known), tags, strict=True):
            row[:] = row if known else UNMARKED
        for start, end in one.unsure:
            tags[0][start:end] = UNMARKED
        for start, end in chunks(one.text):
            piece = rows[:, start:end].copy()
            # The pair across the end of a piece is not known when it is read.
            piece[1, -1] = UNKNOWN
            yield Example(piece, tuple(row[start:end] for row in tags), STYLES.index(one.style))


def _reporter(report: Report, name: str) -> Callable[[int, int, float], None]:
    def progress(done: int, total: int, loss: float) -> None:
        if done % 100 == 0 or done == total:
            report(f"{name}：第 {done}/{total} 步，损失 {loss:.4f}")

    return progress
