"""Splitting a page: units, roles, links, one global decision, articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.segmentation import role_rules
from cppcc_reader.core.segmentation.assembly import assemble
from cppcc_reader.core.segmentation.decisions import link_decisions, raw_decisions
from cppcc_reader.core.segmentation.facts import Facts, facts_of
from cppcc_reader.core.segmentation.link_features import LinkFeatures
from cppcc_reader.core.segmentation.link_rules import decisions_by_rules
from cppcc_reader.core.segmentation.meaning import Meaning
from cppcc_reader.core.segmentation.model_file import SplitterModel
from cppcc_reader.core.segmentation.page_view import PageView, comma_widths
from cppcc_reader.core.segmentation.patterns import folded
from cppcc_reader.core.segmentation.role_features import role_features
from cppcc_reader.core.segmentation.role_model import guesses_from
from cppcc_reader.core.segmentation.topics import Topics
from cppcc_reader.core.segmentation.units import Unit, units_of
from cppcc_reader.core.segmentation.word_overlap import WordOverlap

__all__ = ["SplitterModel", "split_page"]


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page cut into units, with what can be seen of them; the same for rules and for a model."""

    units: list[Unit]
    facts: list[Facts]
    overlap: WordOverlap
    widths: list[str]

    def topics(self, meaning: Meaning) -> Topics:
        """Return what the units are about by a model of meaning."""
        return meaning.topics(*self.overlap.pairs, len(self.units))


def read_page(text: str) -> ReadPage:
    """Cut a page into units and look at each."""
    flat = folded(text)
    units = units_of(text, flat)
    facts = [facts_of(unit, flat) for unit in units]
    return ReadPage(units, facts, WordOverlap([fact.text for fact in facts]), comma_widths(text, units))


def split_page(text: str, model: SplitterModel | None = None) -> AnnotationSet:
    """Split a page into articles and furniture.

    Any text gives a partition of its non-blank characters that keeps every invariant.

    Args:
        text: the page's frozen text.
        model: the trained splitter, or None to decide by rules alone.
    """
    page = read_page(text)
    if model is None:
        guesses = role_rules.guess_roles(page.units, page.facts)
        view = PageView(page.units, page.facts, guesses, page.overlap, page.widths)
        return assemble(text, view, decisions_by_rules(view))
    view = view_by_model(page, model)
    decided = raw_decisions(view, LinkFeatures(view, model.flow), model.links)
    return assemble(text, view, link_decisions(view, decided, model.confidences))


def view_by_model(page: ReadPage, model: SplitterModel, features: Sequence[Sequence[str]] | None = None) -> PageView:
    """Label the roles of a page with the trained model and return what the linker needs.

    Args:
        features: role features of the units, where they are known already.
    """
    topics = page.topics(model.meaning)
    if features is None:
        features = role_features(page.units, page.facts, page.overlap, model.flow, topics)
    guesses = guesses_from(model.crf, page.units, page.facts, features, model.confidences.role)
    return PageView(page.units, page.facts, guesses, page.overlap, page.widths, topics)
