"""What a command is: a frozen wish that turns one annotation set into the next."""

from __future__ import annotations

from typing import Protocol

from cppcc_reader.core.model.annotation_set import AnnotationSet


class EditError(ValueError):
    """A command cannot be carried out here; the message is Chinese and says why."""


class Command(Protocol):
    """One wish of a person. Commands only go forward: undo writes the old records back."""

    @property
    def name(self) -> str:
        """What the step is called in the history and behind 撤销, in Chinese."""

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """Return the set after the command.

        Args:
            text: the page's frozen text.

        Raises:
            EditError: if it cannot be carried out.
        """
