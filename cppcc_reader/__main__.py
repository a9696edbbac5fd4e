"""``python -m cppcc_reader`` and the installed command ``cppcc-reader``."""

from __future__ import annotations

import sys

from cppcc_reader.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
