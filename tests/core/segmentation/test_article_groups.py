"""One article on several pages is one group; others are not."""

from __future__ import annotations

from cppcc_reader.core.segmentation.training.article_groups import FOLDS, ArticleGroups
from cppcc_reader.core.segmentation.training.examples import training_page
from page_builder import build

_SHARED = "柳湾乡的果农今年又把荒了多年的老渠从头到尾清理了一遍。"
_FIRST = training_page(
    *build(("a1", "body", _SHARED + "水来了。"), ("a2", "body", "戏台上的锣鼓从清早一直响到了日头偏西才停。"))
)
_SECOND = training_page(
    *build(("b1", "body", "渠边种了新树。" + _SHARED), ("b2", "body", "渡口的船家说今年的鱼汛来得比往年早了十来天。"))
)


def test_a_shared_sentence_makes_one_article_of_two() -> None:
    groups = ArticleGroups([_FIRST, _SECOND])
    assert groups.of_page[0]["a1"] == groups.of_page[1]["b1"]
    assert sorted(map(len, groups.members.values())) == [1, 1, 2]


def test_every_group_lies_in_one_fold() -> None:
    groups = ArticleGroups([_FIRST, _SECOND])
    assert all(0 <= groups.fold(group) < FOLDS for group in groups.members)
