"""The shipped model on invented pages that hold the difficulties of true ones."""

from __future__ import annotations

import pytest

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.segmentation.splitter import SplitterModel, split_page
from cppcc_reader.services.splitter_model import load_splitter_model

_CANAL = [
    "青石县政协调研果园灌溉",
    "让老渠重新流水",
    "本报讯(记者 林一舟 通讯员 何小川)6月3日,青石县政协组织委员到柳湾乡调研果园灌溉情况。"
    "委员们沿着老渠走了五公里,一路察看水闸和泵房。",
    "“老渠是三十年前修的,闸门早就锈住了。”柳湾乡乡长白小舟介绍,全乡两千亩果园,一半靠天吃水。",
    "委员们建议,尽快把老渠的维修经费列入年度预算,在柳湾乡先行试点,让果农早日用上放心水。",
]
_FAIR = [
    "云溪市政协助力灯会",
    "灯会亮了 夜市火了",
    "本报讯(通讯员 苏半夏)“今年的灯会比往年早了半个月。”日前,云溪市政协委员苏半夏在夜市协商会上说,"
    "灯会带动夜市的客流翻了一番。",
    "会上,委员们围绕灯会期间的停车、保洁和消防提出十二条意见。市商务局负责人表示,灯会结束以后夜市将继续办下去。",
]


@pytest.fixture(scope="module")
def model() -> SplitterModel:
    found = load_splitter_model()
    assert found is not None
    return found


def _starts(blocks: list[str], model: SplitterModel) -> list[list[str]]:
    text = "\n\n".join(blocks)
    found = split_page(text, model)
    return [[text[s.start : s.start + 4] for s in article.segments] for article in found.articles]


def _first_words(blocks: list[str]) -> list[str]:
    return [block[:4] for block in blocks]


def test_two_articles_one_after_the_other(model: SplitterModel) -> None:
    found = _starts([*_CANAL, *_FAIR], model)
    assert [article[0] for article in found] == [_CANAL[0][:4], _FAIR[0][:4]]


def test_heads_after_their_text(model: SplitterModel) -> None:
    found = _starts([*_CANAL[2:], *_CANAL[:2], *_FAIR], model)
    assert [article[:2] for article in found] == [_first_words(_CANAL[:2]), _first_words(_FAIR[:2])]


def test_a_tail_far_from_its_article(model: SplitterModel) -> None:
    body = _CANAL[3] + _CANAL[4][:13]
    tail = _CANAL[4][13:]
    found = _starts([*_CANAL[:3], body, *_FAIR, tail], model)
    assert found[0][-1] == tail[:4]
    assert len(found) == 2


def test_a_torn_word_is_joined(model: SplitterModel) -> None:
    text = "\n\n".join([*_CANAL[:4], _CANAL[4][:13], _CANAL[4][13:]])
    (article,) = split_page(text, model).articles
    assert article.segments[-1].join


def test_roles_of_a_feature(model: SplitterModel) -> None:
    text = "\n\n".join(
        [
            "灯会亮了 夜市火了",
            "——云溪市政协助力夜间经济小记",
            "本报记者 林一舟 通讯员 苏半夏",
            *_FAIR[3:],
            "让夜市更有烟火味",
            "入夜,云溪市的老街上人来人往,灯会的灯一直亮到码头。",
        ]
    )
    (article,) = split_page(text, model).articles
    assert [segment.role for segment in article.segments] == [
        Role.HEADLINE, Role.DECK, Role.BYLINE, Role.BODY, Role.SUBHEAD, Role.BODY,
    ]  # fmt: skip


def test_every_decision_says_why_and_how_surely(model: SplitterModel) -> None:
    for article in split_page("\n\n".join([*_CANAL, *_FAIR]), model).articles:
        for segment in article.segments:
            for evidence in (segment.role_evidence, segment.link_evidence):
                assert evidence is not None
                assert evidence.reason
                assert 0.0 <= evidence.confidence <= 1.0


def test_doubtful_places_name_a_second_reading(model: SplitterModel) -> None:
    tail = "经费列入年度预算,让大家早日用上。"
    blocks = [*_CANAL[:4], "委员们认为,要尽快把维修", *_FAIR[:3], "委员们认为,要尽快把保洁", tail]
    text = "\n\n".join(blocks)
    segments = [s for article in split_page(text, model).articles for s in article.segments]
    (torn,) = [segment for segment in segments if segment.start == text.index(tail)]
    assert torn.alternatives
