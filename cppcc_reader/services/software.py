"""The name of this program as it stands in page records and manifests."""

from __future__ import annotations

VERSION = "0.1.0"
"""The same as in pyproject.toml (a test compares); a frozen build has no package metadata to ask."""

SOFTWARE = f"cppcc-reader {VERSION}"
