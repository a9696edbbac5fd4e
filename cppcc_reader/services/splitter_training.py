"""Training the splitter from gold pages: seeded, with progress, on one core."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pycrfsuite

from cppcc_reader.core.evaluation.splitting_report import page_figures, summarise
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.segmentation.confidence import Confidences
from cppcc_reader.core.segmentation.decisions import raw_decisions
from cppcc_reader.core.segmentation.fixed_forms import fixed_role
from cppcc_reader.core.segmentation.link_features import LinkFeatures
from cppcc_reader.core.segmentation.link_model import LinkModel
from cppcc_reader.core.segmentation.meaning import Meaning
from cppcc_reader.core.segmentation.model_file import RoleWeights, SplitterModel
from cppcc_reader.core.segmentation.page_view import PageView
from cppcc_reader.core.segmentation.sentence_flow import SentenceFlow
from cppcc_reader.core.segmentation.splitter import split_page, view_by_model
from cppcc_reader.core.segmentation.training.article_groups import FOLDS, ArticleGroups
from cppcc_reader.core.segmentation.training.calibration import calibrate
from cppcc_reader.core.segmentation.training.choices import ChoiceData
from cppcc_reader.core.segmentation.training.examples import (
    BEGIN,
    END,
    LinkExamples,
    TrainingPage,
    add_role_features,
    article_keys,
    paragraphs,
    telling_texts,
    training_page,
)
from cppcc_reader.core.segmentation.training.flow_counts import count_flow
from cppcc_reader.core.segmentation.training.meaning_training import MeaningOptions, learn_meaning

Progress = Callable[[str], None]

FAMILIES: dict[str, tuple[str, ...]] = {
    "共有的词和话题": ("共有", "话题", "同前", "同后", "跨=", "偏=", "始.共有", "始.话题"),
    "句子的衔接": ("衔接", "起势", "其间断头", "引号", "首2=", "首=", "远缝", "远后缝", "后缝", "后起势"),
    "题与题相比": ("题位", "题比", "题记", "地名机构"),
    "意思": ("意", "始.意", "始.话跨", "话跨", "终.意"),
    "整版还是断版": ("版", "始.版", "终.版"),
    "左邻右舍": ("前", "后", "题文", "题旁", "题末", "题角末", "邻长"),
    "署名与转接": ("尾=", "接版", "有.", "署名"),
    "全角半角": ("宽窄",),
}
"""Families of features by the beginnings of their names, for ablation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingOptions:
    """How to train.

    Attributes:
        seed: decides the halves and the held-out pages; same seed, same pages, same model.
        role_rounds, link_rounds: iterations of L-BFGS.
        meaning_steps: imitated pages from which is learned what texts are about.
        held_out: pages kept away for calibration in a first training; 0 trains without calibration.
        without: families of features to leave out, by their names in :data:`FAMILIES`.
    """

    seed: int = 7
    role_rounds: int = 70
    link_rounds: int = 80
    role_rare: int = 8
    link_rare: int = 5
    role_penalty: float = 0.1
    link_penalty: float = 1.0
    held_out: int = 60
    meaning_steps: int = 7_000
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Meanings:
    """Models of meaning: of all articles, and for each fold one that has not seen its articles."""

    whole: Meaning
    by_fold: list[Meaning]


@dataclass(slots=True)
class SplitterTrainer:
    """Trains splitters; ``progress`` hears one line per step."""

    options: TrainingOptions = field(default_factory=TrainingOptions)
    progress: Progress = print

    def train(
        self,
        records: Sequence[PageRecord],
        practice: Sequence[PageRecord] = (),
        weights: Mapping[str, int] | None = None,
    ) -> SplitterModel:
        """Return a model learned from gold pages and from practice pages.

        The confidences are corrected on pages held out from a first training together with every page that
        shares an article with them; the model is then learned from all pages.

        Args:
            weights: how often a page counts, by page id; once if not named.
        """
        weigh = weights or {}
        pages = [
            training_page(record.page.text, record.annotations, weigh.get(record.page.id, 1))
            for record in (*records, *practice)
        ]
        confidences = self._confidences(pages) if self.options.held_out else Confidences()
        self.progress("训练全部版面")
        model = self._fit(pages)
        return SplitterModel(
            roles=model.roles,
            links=model.links,
            flow=model.flow,
            meaning=model.meaning,
            confidences=confidences,
            about={
                "pages": len(pages),
                "seed": self.options.seed,
                "articles": sum(len(p.gold.articles) for p in pages),
            },
        )

    def _fit(self, pages: Sequence[TrainingPage]) -> SplitterModel:
        counts = count_flow(sorted({paragraph for page in pages for paragraph in paragraphs(page.text, page.gold)}))
        learned = self._meanings(pages)
        flows = [counts.without(paragraphs(page.text, page.gold)) for page in pages]
        for page, flow in zip(pages, flows, strict=True):
            add_role_features(page, flow, learned.by_fold)
            page.features = [self._kept(names) for names in page.features]
        roles = self._roles(pages)
        links = self._link_model(pages, flows, learned)
        return SplitterModel(roles=roles, links=links, flow=counts.flow, meaning=learned.whole)

    def _meanings(self, pages: Sequence[TrainingPage]) -> _Meanings:
        """Learn what texts are about from all articles, and for each fold from those of the others."""
        groups = ArticleGroups(pages)
        for page, of_page in zip(pages, groups.of_page, strict=True):
            page.folds = [
                index % FOLDS if article is None else groups.fold(of_page[article])
                for index, article in enumerate(page.units.articles)
            ]
        self.progress(f"意思：{len(groups.members)} 篇文章")
        options = replace(MeaningOptions(), steps=self.options.meaning_steps, seed=self.options.seed)
        texts = {group: _longest(pages, members) for group, members in groups.members.items()}

        def chance_of(number: int) -> random.Random:
            return random.Random(f"{options.seed}-{number}")

        return _Meanings(
            learn_meaning(list(texts.values()), options, chance_of, self.progress),
            [
                learn_meaning(
                    [text for group, text in texts.items() if groups.fold(group) != fold], options, chance_of, _silent
                )
                for fold in range(FOLDS)
            ],
        )

    def _link_model(
        self, pages: Sequence[TrainingPage], flows: Sequence[SentenceFlow], learned: _Meanings
    ) -> LinkModel:
        """Learn the links from pages with roles as another model guesses them that has not learned from the page."""
        order = list(range(len(pages)))
        random.Random(self.options.seed).shuffle(order)
        halves = (order[::2], order[1::2])
        self.progress(f"角色模型：{sum(len(page.features) for page in pages)} 个单元")
        examples = LinkExamples(self._kept)
        for known, unknown in (halves, halves[::-1]):
            helper = _model(self._roles([pages[i] for i in known]), flows[0])
            for i in unknown:
                view = view_by_model(pages[i].page, helper, pages[i].features)
                for fold, meaning in enumerate(learned.by_fold):
                    view.meaning = pages[i].page.topics(meaning)
                    for _time in range(pages[i].weight):
                        examples.add(pages[i], view, flows[i], fold)
        self.progress(f"连接模型：{len(examples.before)} 个选择")
        return link_model(self._links(examples.before, "前"), self._links(examples.after, "后"))

    def _kept(self, names: list[str]) -> list[str]:
        """Leave out the families of features that the options name."""
        left_out = tuple(start for family in self.options.without for start in FAMILIES[family])
        return [name for name in names if not name.startswith(left_out)] if left_out else names

    def _links(self, data: ChoiceData, name: str) -> dict[str, float]:
        options = self.options

        def told(turn: int, loss: float) -> None:
            if turn % 20 == 0:
                self.progress(f"  {name} 第 {turn} 轮，损失 {loss:.4f}")

        return data.fit(
            strength=options.link_penalty,
            rounds=options.link_rounds,
            rare=options.link_rare,
            progress=told,
        )

    def _roles(self, pages: Sequence[TrainingPage]) -> RoleWeights:
        trainer = pycrfsuite.Trainer(verbose=False)
        for page in pages:
            for _time in range(page.weight if page.features else 0):
                trainer.append(page.features, page.units.labels)
        trainer.set_params(
            {
                "c1": 0.02,
                "c2": self.options.role_penalty,
                "max_iterations": self.options.role_rounds,
                "feature.minfreq": self.options.role_rare,
            }
        )
        with tempfile.TemporaryDirectory() as folder:
            path = str(Path(folder) / "roles.crfsuite")
            trainer.train(path)
            return _weights(path)

    def _tell_held_out(self, held: Sequence[TrainingPage], model: SplitterModel) -> None:
        """Say how good the first model is on pages of which it has seen no article."""
        report = summarise(page_figures(page.text, page.gold, split_page(page.text, model)) for page in held)
        self.progress(
            f"留出的版面：整篇全对 {report.exact:.3f}，B³ {report.b_cubed:.3f}，改正操作 {report.operations:.2f}，"
            f"非正文角色 {report.exact_roles:.3f}，接排 {report.joins:.3f}"
        )

    def _confidences(self, pages: Sequence[TrainingPage]) -> Confidences:
        held, rest = hold_out(pages, self.options.held_out, self.options.seed)
        self.progress(f"校准：留出 {len(held)} 版，另有 {len(pages) - len(held) - len(rest)} 版与之同文，也不用")
        if len(rest) < len(held):
            self.progress("余下的版面太少，不作校准")
            return Confidences()
        model = self._fit(rest)
        self._tell_held_out(held, model)
        links: list[tuple[float, bool]] = []
        begins: list[tuple[float, bool]] = []
        roles: list[tuple[float, bool]] = []
        for page in held:
            view = view_by_model(page.page, model)
            _judge_roles(page, view, roles)
            for unit, one in raw_decisions(view, LinkFeatures(view, model.flow), model.links).items():
                gold = page.units.before[unit]
                (begins if one.before is None else links).append(
                    (one.raw, (-1 if one.before is None else one.before) == gold)
                )
        return Confidences(calibrate(links), calibrate(begins), calibrate(roles))


def hold_out(pages: Sequence[TrainingPage], count: int, seed: int) -> tuple[list[TrainingPage], list[TrainingPage]]:
    """Return pages to test on, and those of the rest that share no article with them."""
    keys = [article_keys(page.text, page.gold) for page in pages]
    order = list(range(len(pages)))
    random.Random(seed).shuffle(order)
    held = set(order[: min(count, len(pages) // 5)])
    seen = {key for index in held for key in keys[index]}
    rest = [pages[index] for index in range(len(pages)) if index not in held and not keys[index] & seen]
    return [pages[index] for index in sorted(held)], rest


def _judge_roles(page: TrainingPage, view: PageView, outcomes: list[tuple[float, bool]]) -> None:
    for unit, guess in enumerate(view.guesses):
        if fixed_role(page.page.units[unit], page.page.facts[unit]) is None:
            label = page.units.labels[unit]
            right = guess.role.value == ("body" if label == "inside" else label)
            outcomes.append((guess.confidence, right))


def _longest(pages: Sequence[TrainingPage], members: Sequence[tuple[int, str]]) -> list[str]:
    """Return the texts of the longest of several occurrences of one article."""
    found = [
        telling_texts(pages[number].text, article)
        for number, article_id in members
        for article in pages[number].gold.articles
        if article.id == article_id
    ]
    return max(found, key=lambda texts: sum(map(len, texts)))


def _silent(_message: str) -> None:
    """Say nothing."""


def _model(roles: RoleWeights, flow: SentenceFlow) -> SplitterModel:
    return SplitterModel(roles=roles, links=LinkModel({}, {}, {}), flow=flow)


def _weights(path: str) -> RoleWeights:
    tagger = pycrfsuite.Tagger()
    tagger.open(path)
    info = tagger.info()
    labels = tuple(sorted(info.labels, key=lambda label: int(info.labels[label])))
    states: dict[str, dict[str, float]] = {}
    for (feature, label), weight in info.state_features.items():
        if abs(weight) >= 0.01:
            states.setdefault(feature, {})[label] = round(weight, 3)
    transitions: dict[str, dict[str, float]] = {label: {} for label in labels}
    for (left, right), weight in info.transitions.items():
        transitions[left][right] = round(weight, 3)
    tagger.close()
    return RoleWeights(labels, states, transitions)


def link_model(before: Mapping[str, float], after: Mapping[str, float]) -> LinkModel:
    """Return the linker made of the two choice models (weights of beginnings and ends stand apart by their names)."""
    links: dict[str, float] = {}
    for weights in (before, after):
        for name, weight in weights.items():
            if not name.startswith((BEGIN, END)):
                links[name] = round(links.get(name, 0.0) + weight, 3)
    begins = {name: weight for name, weight in before.items() if name.startswith(BEGIN)}
    ends = {name: weight for name, weight in after.items() if name.startswith(END)}
    return LinkModel(links, begins, ends)
