"""Bring resources/translations up to date with the strings of the views; names what is left to translate.

Run from the root of the checkout: ``python packaging/update_translations.py``.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "resources" / "translations" / "cppcc_reader_en.ts"


def update() -> None:
    """Collect the strings (stale ones go) and compile what is translated."""
    package = ROOT / "cppcc_reader"
    sources = [*(package / "views").rglob("*.py"), *package.glob("app.py")]
    files = sorted(str(path.relative_to(ROOT)) for path in sources)
    options = ["-no-obsolete", "-locations", "none", "-source-language", "zh_CN", "-target-language", "en"]
    _run("pyside6-lupdate", *files, *options, "-ts", str(SOURCE))
    _run("pyside6-lrelease", str(SOURCE), "-qm", str(SOURCE.with_suffix(".qm")))


def unfinished() -> list[tuple[str, str]]:
    """Return (context, Chinese string) of every string without an English translation."""
    return [
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ElementTree.parse(SOURCE).getroot().iter("context")
        for message in context.iter("message")
        if (translation := message.find("translation")) is None or translation.get("type") == "unfinished"
    ]


def _run(tool: str, *arguments: str) -> None:
    beside_python = Path(sys.executable).parent / tool
    subprocess.run([str(beside_python), *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    update()
    for context, source in unfinished():
        print(f"{context}\t{source!r}")
