"""The trained splitter as bytes: compressed JSON that can be read with the eyes, and back."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from cppcc_reader.core.segmentation.confidence import Calibration, Confidences
from cppcc_reader.core.segmentation.crf import Crf
from cppcc_reader.core.segmentation.link_model import LinkModel
from cppcc_reader.core.segmentation.meaning import NO_MEANING, Meaning
from cppcc_reader.core.segmentation.ngrams import Followers
from cppcc_reader.core.segmentation.sentence_flow import SentenceFlow

FORMAT = "cppcc-reader/splitter"
VERSION = 2


class ModelError(ValueError):
    """The bytes are no splitter model of this version; the message is Chinese."""


@dataclass(frozen=True, slots=True)
class RoleWeights:
    """Weights of the role model, feature by feature: ``states[feature][label]`` and ``transitions[label][label]``."""

    labels: tuple[str, ...]
    states: Mapping[str, Mapping[str, float]]
    transitions: Mapping[str, Mapping[str, float]]

    def crf(self) -> Crf:
        """Return the decoder that uses these weights."""
        column = {label: index for index, label in enumerate(self.labels)}
        weights = np.zeros((len(self.states), len(self.labels)), dtype=np.float32)
        rows = {}
        for row, (feature, by_label) in enumerate(self.states.items()):
            rows[feature] = row
            for label, weight in by_label.items():
                weights[row, column[label]] = weight
        steps = np.zeros((len(self.labels), len(self.labels)))
        for left, by_label in self.transitions.items():
            for right, weight in by_label.items():
                steps[column[left], column[right]] = weight
        return Crf(self.labels, steps, rows, weights)


@dataclass(frozen=True, slots=True)
class SplitterModel:
    """Everything the splitter has learned.

    Attributes:
        roles: the role model.
        links: the link model.
        flow: how sentences run on.
        meaning: what texts are about.
        confidences: corrections of raw probabilities.
        about: how it was made, for the model card.
    """

    roles: RoleWeights
    links: LinkModel
    flow: SentenceFlow
    meaning: Meaning = NO_MEANING
    confidences: Confidences = field(default_factory=Confidences)
    about: Mapping[str, Any] = field(default_factory=dict)
    crf: Crf = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "crf", self.roles.crf())

    def to_bytes(self) -> bytes:
        """Return the model as gzipped JSON; the same model gives the same bytes."""
        data = {
            "format": FORMAT,
            "version": VERSION,
            "about": dict(self.about),
            "roles": {
                "labels": list(self.roles.labels),
                "states": self.roles.states,
                "transitions": self.roles.transitions,
            },
            "links": {"links": self.links.links, "begins": self.links.begins, "ends": self.links.ends},
            "flow": {
                "pairs": self.flow.pairs,
                "starts": self.flow.starts,
                "followers": self.flow.followers.table,
            },
            "meaning": self.meaning.to_data(),
            "confidence": {
                "link": self.confidences.link.steps,
                "begin": self.confidences.begin.steps,
                "role": self.confidences.role.steps,
            },
        }
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        return gzip.compress(text.encode(), mtime=0)

    @classmethod
    def from_bytes(cls, data: bytes) -> SplitterModel:
        """Read a model.

        Raises:
            ModelError: if the bytes are no splitter model of this version.
        """
        try:
            read = json.loads(gzip.decompress(data))
            if read.get("format") != FORMAT or read.get("version") != VERSION:
                raise ModelError("不是本版本的切分模型文件")
            return cls(**_parts(read))
        except ModelError:
            raise
        except (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise ModelError(f"切分模型文件已损坏：{error}") from error


def _parts(read: Mapping[str, Any]) -> dict[str, Any]:
    roles, confidence = read["roles"], read["confidence"]
    return {
        "roles": RoleWeights(tuple(roles["labels"]), roles["states"], roles["transitions"]),
        "links": LinkModel(**read["links"]),
        "flow": SentenceFlow(read["flow"]["pairs"], read["flow"]["starts"], Followers(read["flow"]["followers"])),
        "meaning": Meaning.from_data(read["meaning"]),
        "confidences": Confidences(*(_calibration(confidence[kind]) for kind in ("link", "begin", "role"))),
        "about": read["about"],
    }


def _calibration(steps: list[list[float]]) -> Calibration:
    return Calibration(tuple((float(start), float(share)) for start, share in steps))
