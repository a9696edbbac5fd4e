"""Reading the trained splitter from disk."""

from __future__ import annotations

import logging
from pathlib import Path

from cppcc_reader.core.segmentation.model_file import ModelError, SplitterModel
from cppcc_reader.resource_paths import resource

_LOG = logging.getLogger(__name__)
MODEL_NAME = "splitter.json.gz"


def load_splitter_model(path: Path | None = None) -> SplitterModel | None:
    """Return the trained splitter, or None where there is none: the rules alone still work.

    Args:
        path: the model file; None for the shipped one. A damaged shipped model counts as missing (it is logged).

    Raises:
        ModelError: if ``path`` is given and is no model of this version.
        OSError: if ``path`` is given and cannot be read.
    """
    if path is not None:
        return SplitterModel.from_bytes(path.read_bytes())
    shipped = resource("models", MODEL_NAME)
    if not shipped.exists():
        return None
    try:
        return SplitterModel.from_bytes(shipped.read_bytes())
    except (ModelError, OSError):
        _LOG.warning("the shipped splitter model cannot be used", exc_info=True)
        return None
