"""The annotation guideline of each role, read from resources/guidelines/roles.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cppcc_reader.core.model.role import Role


@dataclass(frozen=True, slots=True)
class RoleGuideline:
    """Rule and example for one role, in both languages."""

    zh: str
    en: str
    example_zh: str
    example_en: str

    def words(self, *, english: bool) -> str:
        """Return the rule with its example as they are shown."""
        return f"{self.en} {self.example_en}" if english else f"{self.zh}例：{self.example_zh}"


def load_role_guidelines(path: Path) -> Mapping[Role, RoleGuideline]:
    """Read the guideline file.

    Raises:
        ValueError: if it names an unknown role, or misses a text.
    """
    with path.open("rb") as file:
        tables = tomllib.load(file)["roles"]
    try:
        return {Role(name): RoleGuideline(**table) for name, table in tables.items()}
    except TypeError as error:
        raise ValueError(f"{path.name}: {error}") from error
