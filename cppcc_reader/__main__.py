"""``python -m cppcc_reader`` and the installed command ``cppcc-reader``."""

from __future__ import annotations

import sys

from cppcc_reader.cli.main import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # A frozen build starts the processes that split pages through this very file.
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
