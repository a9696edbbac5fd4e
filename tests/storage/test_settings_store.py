"""Settings of a library: JSON values by name."""

from __future__ import annotations

from pathlib import Path

from cppcc_reader.storage.library import Library


def test_settings_are_kept_with_the_library(tmp_path: Path) -> None:
    path = tmp_path / "库.cppcc"
    with Library.create(path) as library:
        library.settings.set("标签", {"人名": ["PER", 1, None, True]})
        library.settings.set("语言", "旧")
        library.settings.set("语言", "中文")
    with Library.open(path) as library:
        assert library.settings.get("标签") == {"人名": ["PER", 1, None, True]}
        assert library.settings.get("语言") == "中文"
        assert library.settings.get("没有") is None
        assert library.settings.get("没有", 3) == 3
        assert library.settings.names() == ["标签", "语言"]
        library.settings.remove("标签")
        library.settings.remove("没有")
        assert library.settings.names() == ["语言"]
