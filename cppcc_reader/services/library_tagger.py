"""The suggester of one library: the shipped models, the library's own rules, and what it has learned."""

from __future__ import annotations

from collections.abc import Sequence

from cppcc_reader.core.tagging.candidate import Candidate
from cppcc_reader.core.tagging.tagger import SequenceModel, Tagger
from cppcc_reader.services.bounded_rules import BoundedRules
from cppcc_reader.services.label_rules import label_rules_of
from cppcc_reader.services.library_learning import learned_of
from cppcc_reader.services.presegmentation import Presegmenter
from cppcc_reader.services.splitter_model import load_splitter_model
from cppcc_reader.services.tagger_loading import load_gazetteer, load_model
from cppcc_reader.storage.library import Library


class ModelsTogether:
    """Several sequence models as one; each has labels of its own."""

    def __init__(self, models: Sequence[SequenceModel]) -> None:
        """Take the models."""
        self._models = models

    def candidates(self, texts: Sequence[str]) -> list[list[Candidate]]:
        """Return for each text what any of the models finds in it, by position."""
        by_model = [model.candidates(texts) for model in self._models]
        return [
            sorted((one for found in by_model for one in found[at]), key=lambda one: (one.start, one.end, one.label))
            for at in range(len(texts))
        ]


def presegmenter_of(library: Library, *, entities: bool = True) -> Presegmenter:
    """Return a presegmenter that knows the library's own rules and what it has learned.

    The rules are read now, in the thread of ``library``; the models when they are first needed, in any thread.
    """
    learned = learned_of(library)
    rules = BoundedRules([*label_rules_of(library), *(learned.rules() if learned else ())])

    def tagger() -> Tagger:
        gazetteer = load_gazetteer()
        found = [load_model(gazetteer), learned.model() if learned else None]
        models = [model for model in found if model is not None]
        return Tagger(gazetteer, model=ModelsTogether(models) if models else None, rules=rules)

    return Presegmenter(
        splitter_model=load_splitter_model,
        tagger=tagger,
        entities=entities,
        complaints=lambda: tuple(map(str, rules.stopped())),
    )
