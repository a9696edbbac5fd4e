"""One contiguous run of text with one role, and the evidence for putting it where it is."""

from __future__ import annotations

from dataclasses import dataclass

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.span import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why the machine decided so, in words for people, and how sure it is.

    Attributes:
        confidence: probability in [0, 1] that the decision is right.
        reason: short Chinese phrase, for example ``上段句子未完``.
    """

    confidence: float
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """The second-best reading of one decision.

    Attributes:
        kind: ``role`` (another role), ``attach`` (belongs to the article that holds ``target``),
            ``begin`` (begins an article of its own), ``furniture``, ``join`` or ``unjoin``.
        role: the other role, for kind ``role``.
        target: start offset of a segment of the other article, for kind ``attach``.
        evidence: how likely this reading is, and why.
    """

    kind: str
    role: Role | None = None
    target: int | None = None
    evidence: Evidence = Evidence(0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One contiguous run ``[start, end)`` with one role; a blank line ends a segment.

    Segments of a page never overlap, so ``start`` names a segment on its page.

    Attributes:
        join: True if it continues the sentence of the segment before it in its article (a column break).
        role_evidence: why it has this role; None for what a person decided.
        link_evidence: why it stands in this article at this place (the boundary before it, or its
            attachment); None for what a person decided.
        checked: a person has confirmed or made the decisions about this segment.
        alternatives: other readings that the splitter considered, best first.
    """

    start: int
    end: int
    role: Role = Role.BODY
    join: bool = False
    role_evidence: Evidence | None = None
    link_evidence: Evidence | None = None
    checked: bool = False
    alternatives: tuple[Alternative, ...] = ()

    @property
    def span(self) -> Span:
        """The characters of the segment."""
        return Span(self.start, self.end)

    @property
    def confidence(self) -> float:
        """The lesser of the two confidences; 1.0 for what a person decided or confirmed."""
        if self.checked:
            return 1.0
        found = [e.confidence for e in (self.role_evidence, self.link_evidence) if e is not None]
        return min(found, default=1.0)

    @property
    def reason(self) -> str:
        """The words of the less certain decision, empty for what a person decided."""
        found = [e for e in (self.link_evidence, self.role_evidence) if e is not None]
        return min(found, key=lambda evidence: evidence.confidence).reason if found else ""

    def is_doubtful(self, threshold: float) -> bool:
        """Tell whether a person should look: not confirmed, and less certain than ``threshold``."""
        return self.confidence < threshold
