"""Packages that only some formats need: imported when such a format is used, never at the start."""

from __future__ import annotations

import importlib
import importlib.util
from typing import Any


class MissingPackageError(RuntimeError):
    """A format needs a package that is not installed; the Chinese message says how to get it."""

    def __init__(self, package: str, purpose: str) -> None:
        super().__init__(
            f"{purpose}需要软件包 {package}，这台机器上没有安装。"
            "请运行 pip install 'cppcc-reader[export]' 之后再试；其他格式不受影响。"
        )


def is_installed(package: str) -> bool:
    """Tell whether a package could be imported, without importing it."""
    return importlib.util.find_spec(package) is not None


def load(module: str, purpose: str) -> Any:
    """Import a module of an optional package.

    Raises:
        MissingPackageError: if the package is not installed.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise MissingPackageError(module.partition(".")[0], purpose) from error
