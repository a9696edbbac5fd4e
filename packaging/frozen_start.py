"""What the frozen program runs: the same entry as ``python -m cppcc_reader``."""

import sys

from cppcc_reader.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
