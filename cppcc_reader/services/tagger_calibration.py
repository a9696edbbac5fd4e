"""Confidences of the entity model that keep their word: what came true on texts it never saw."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from cppcc_reader.core.segmentation.training.calibration import calibrate
from cppcc_reader.core.tagging.candidate import LOC, ORG, PER, Candidate
from cppcc_reader.core.tagging.neural_model import CORRECTION
from cppcc_reader.core.tagging.tagger import SequenceModel
from cppcc_reader.services.tagger_corpora import Name, TrainingText

# The corpora leave these unmarked, our guideline marks them: no evidence against the model.
_OURS_ALONE = re.compile(r".*(?:[省市县区州]委|党委|政府|人大|政协|党组|[委部]办公[室厅])")
_FEWEST = 300
"""Fewer outcomes than this say too little: the label keeps its raw confidences."""


def corrections(texts: Sequence[TrainingText], model: SequenceModel) -> dict[str, NDArray[np.float32]]:
    """Return by name of the model file's arrays the steps from raw confidence to the share that was right.

    Args:
        texts: that the model has not seen; persons, places and bodies are marked in them.
        model: without corrections.
    """
    outcomes: defaultdict[str, list[tuple[float, bool]]] = defaultdict(list)
    for one, found in zip(texts, model.candidates([text.text for text in texts]), strict=True):
        for candidate, is_right in _judged(one, found):
            outcomes[candidate.label].append((candidate.confidence, is_right))
    return {
        CORRECTION + label: np.array(calibrate(seen).steps, dtype=np.float32)
        for label, seen in sorted(outcomes.items())
        if len(seen) >= _FEWEST
    }


def _judged(text: TrainingText, found: Iterable[Candidate]) -> Iterator[tuple[Candidate, bool]]:
    """Yield what the model found and whether it is right; where the guidelines differ nothing is said."""
    for one in found:
        if one.label not in (PER, LOC, ORG):
            continue
        inside = [name for name in text.names if name[0] < one.end and one.start < name[1]]
        if (one.start, one.end, one.label) in inside:
            yield one, True
        elif not (_is_chain(one, inside) or (not inside and _is_ours_alone(text.text, one))):
            yield one, False


def _is_chain(one: Candidate, inside: Sequence[Name]) -> bool:
    """Tell whether a name is what a corpus marks as several, one right behind the other (甘肃省|岷县)."""
    ordered = sorted(inside)
    ends = [one.start, *(end for _start, end, _label in ordered)]
    starts = [*(start for start, _end, _label in ordered), one.end]
    return len(ordered) > 1 and ends == starts


def _is_ours_alone(text: str, one: Candidate) -> bool:
    return one.label == ORG and _OURS_ALONE.fullmatch(text[one.start : one.end]) is not None
