"""Bring resources/translations up to date with the strings of the views; names what is left to translate.

Run from the root of the checkout: ``python packaging/update_translations.py``. Strings are found by
``interface_strings.py``; translations are written by hand into the ``.ts`` file (Qt Linguist reads it too).
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from interface_strings import Source, strings_of_views  # noqa: E402

from cppcc_reader.views.actions import ALL_ACTIONS  # noqa: E402

FILE = ROOT / "resources" / "translations" / "cppcc_reader_en.ts"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
Translations = dict[tuple[str, str], list[str]]
"""(context, string) -> its forms: one, or two where a number decides."""


def read(path: Path) -> Translations:
    """Return the finished translations of a file."""
    found: Translations = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") != "unfinished":
                forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
                found[context.findtext("name", ""), message.findtext("source", "")] = forms
    return found


def english_of_actions() -> Translations:
    """Return what the table of actions itself says in English."""
    return {("Actions", spec.text): [spec.english] for spec in ALL_ACTIONS}


def write(path: Path, sources: Iterable[Source], translations: Translations) -> list[Source]:
    """Write a file with an entry for each source and return those without a translation."""
    root = ElementTree.Element("TS", version="2.1", language="en", sourcelanguage="zh_CN")
    contexts: dict[str, ElementTree.Element] = {}
    missing = []
    for source in sorted(sources):
        if source.context not in contexts:
            contexts[source.context] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(contexts[source.context], "name").text = source.context
        message = ElementTree.SubElement(contexts[source.context], "message")
        ElementTree.SubElement(message, "source").text = source.text
        forms = translations.get((source.context, source.text))
        _fill(message, source, forms)
        if forms is None:
            missing.append(source)
    ElementTree.indent(root, "    ")
    path.write_text(_HEAD + ElementTree.tostring(root, encoding="unicode") + "\n", encoding="utf-8", newline="\n")
    return missing


def _fill(message: ElementTree.Element, source: Source, forms: list[str] | None) -> None:
    translation = ElementTree.SubElement(message, "translation")
    if forms is None:
        translation.set("type", "unfinished")
    if source.plural:
        message.set("numerus", "yes")
        for form in _two(forms or [""]):
            ElementTree.SubElement(translation, "numerusform").text = form
    else:
        translation.text = forms[0] if forms else ""


def _two(forms: list[str]) -> list[str]:
    return forms if len(forms) == 2 else forms * 2


def main() -> None:
    """Update, compile, name what is missing."""
    translations = {**english_of_actions(), **(read(FILE) if FILE.exists() else {})}
    missing = write(FILE, strings_of_views(ROOT / "cppcc_reader"), translations)
    lrelease = Path(sys.executable).parent / "pyside6-lrelease"
    compiled = str(FILE.with_suffix(".qm"))
    subprocess.run([str(lrelease), str(FILE), "-qm", compiled], check=True, stdout=subprocess.DEVNULL)
    for source in missing:
        print(f"{source.context}\t{source.text!r}")


if __name__ == "__main__":
    main()
