"""Split and tag a page before a person sees it; models are read once, when they are first needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.segmentation.splitter import SplitterModel, split_page
from cppcc_reader.core.tagging.tagger import Tagger
from cppcc_reader.services.splitter_model import load_splitter_model
from cppcc_reader.services.tagger_loading import load_tagger


class Presegmenter:
    """The machine's proposal for a page; may be shared between threads."""

    def __init__(
        self,
        *,
        splitter_model: Callable[[], SplitterModel | None],
        tagger: Callable[[], Tagger],
        entities: bool = True,
        complaints: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        """Take the loaders of both models; neither is called before it is needed, nor twice.

        Args:
            splitter_model: returns the splitter's model, or None for the rules alone.
            tagger: returns the entity suggester.
            entities: whether :meth:`annotate` suggests entities unless told otherwise.
            complaints: returns what is to be told of rules that had to be left out, in Chinese.
        """
        self._load_splitter_model = splitter_model
        self._load_tagger = tagger
        self._entities = entities
        self._complaints = complaints
        self._lock = Lock()
        self._splitter_model: SplitterModel | None = None
        self._splitter_loaded = False
        self._tagger: Tagger | None = None

    @classmethod
    def load(cls, *, entities: bool = True) -> Presegmenter:
        """Return a presegmenter with the shipped models, read when first used."""
        return cls(splitter_model=load_splitter_model, tagger=load_tagger, entities=entities)

    def split(self, text: str) -> AnnotationSet:
        """Return the articles and furniture of a page."""
        return split_page(text, self._splitter())

    def annotate(self, text: str, *, entities: bool | None = None) -> AnnotationSet:
        """Return articles, furniture and, if wanted, suggested mentions of a page."""
        annotations = self.split(text)
        wanted = self._entities if entities is None else entities
        return annotations.replaced(mentions=self.tagger().suggest(text, annotations)) if wanted else annotations

    def tagger(self) -> Tagger:
        """Return the entity suggester, reading it on the first call."""
        with self._lock:
            if self._tagger is None:
                self._tagger = self._load_tagger()
            return self._tagger

    def complaints(self) -> Sequence[str]:
        """Return what is to be told of rules that had to be left out so far."""
        return self._complaints()

    def _splitter(self) -> SplitterModel | None:
        with self._lock:
            if not self._splitter_loaded:
                self._splitter_model = self._load_splitter_model()
                self._splitter_loaded = True
            return self._splitter_model
