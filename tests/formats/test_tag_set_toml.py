"""A tag set goes through TOML unchanged; what is wrong in a file is named in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET, Label, TagSet
from cppcc_reader.formats.tag_set_toml import TagSetError, contrast, tag_set_from_toml, tag_set_to_toml
from cppcc_reader.services.tag_sets import keep_tag_set, labels_in_use, tag_set_of
from cppcc_reader.storage.library import Library

_TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)


@st.composite
def _tag_sets(draw: st.DrawFn) -> TagSet:
    ids = draw(
        st.lists(st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,8}", fullmatch=True), min_size=1, max_size=5, unique=True)
    )
    labels = [
        Label(
            id=one,
            name_zh="名" + draw(_TEXT),
            name_en=draw(_TEXT),
            colour_light="#0067a3",
            colour_dark="#56b4e9",
            key=str(place),
            guideline=draw(_TEXT),
            nested=draw(st.booleans()),
        )
        for place, one in enumerate(ids)
    ]
    roles = draw(st.lists(st.sampled_from(list(Role)), unique=True))
    return TagSet(labels=tuple(labels), guideline_version=draw(_TEXT), roles_shown=tuple(roles))


@given(_tag_sets())
def test_what_is_written_is_read(tag_set: TagSet) -> None:
    assert tag_set_from_toml(tag_set_to_toml(tag_set)) == tag_set


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[[labels]]", "[[labels", "TOML"),
        ("cppcc-reader/tag-set", "something", "不是标签集文件"),
        ("version = 1\nguide", "version = 2\nguide", "升级"),
        ('id = "LOC"', 'id = "PER"', "标签代号重复：PER"),
        ('id = "LOC"', 'id = "地名"', "拉丁字母开头"),
        ('key = "2"', 'key = "1"', "按键“1”给了两个标签"),
        ('key = "2"', "key = 2", "key 应是文字"),
        ("#0067a3", "blue", "#rrggbb"),
        ('name_zh = "地名"', 'name_zh = " "', "没有中文名"),
        ('name_zh = "地名"', 'name = "地名"', "不认识的项：name"),
        ('"headline"', '"title"', "不认识的角色"),
    ],
)
def test_what_is_wrong_is_named(old: str, new: str, words: str) -> None:
    text = tag_set_to_toml(DEFAULT_TAG_SET)
    assert old in text
    with pytest.raises(TagSetError, match=words.replace("[", r"\[")):
        tag_set_from_toml(text.replace(old, new, 1))


def test_default_colours_can_be_read_on_their_grounds() -> None:
    for label in DEFAULT_TAG_SET.labels:
        assert contrast(label.colour_light, "#ffffff") >= 4.5
        assert contrast(label.colour_dark, "#222327") >= 4.5


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_a_library_keeps_its_own_tag_set(tmp_path: Path) -> None:
    changed = replace(DEFAULT_TAG_SET, labels=DEFAULT_TAG_SET.labels[:2], roles_shown=(Role.HEADLINE, Role.BODY))
    with Library.create(tmp_path / "a.cppcc") as library:
        assert tag_set_of(library) == DEFAULT_TAG_SET
        keep_tag_set(library, changed)
        assert tag_set_of(library) == changed
        assert labels_in_use(library) == {}
        with pytest.raises(TagSetError):
            keep_tag_set(library, replace(changed, labels=()))
        assert tag_set_of(library) == changed
