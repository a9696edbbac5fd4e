"""What is shown of an article, and where each shown character stands on the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span
from cppcc_reader.views.article_typeset import JOIN_MARK, SetArticle, Setting, set_article, set_furniture

TEXT = "新桥通车\n两岸同庆\n\n本报讯(记者 王小河)青山县政协委员张大\n\n照片：新桥\n\n川昨日到场。"


def _segment(quote: str, role: Role = Role.BODY, *, join: bool = False, text: str = TEXT) -> Segment:
    start = text.index(quote)
    return Segment(start=start, end=start + len(quote), role=role, join=join)


def _bridge(*, marks: bool = True) -> SetArticle:
    segments = (
        _segment("新桥通车\n两岸同庆", Role.HEADLINE),
        _segment("本报讯(记者 王小河)", Role.DATELINE),
        _segment("青山县政协委员张大"),
        _segment("川昨日到场。", join=True),
        _segment("照片：新桥", Role.CAPTION),
    )
    return set_article(TEXT, Article(id="a", segments=segments), marks=marks)


def test_headline_lines_stand_alone_and_the_column_break_is_mended_with_a_mark() -> None:
    paragraphs = _bridge().paragraphs
    assert [p.text for p in paragraphs] == [
        "新桥通车",
        "两岸同庆",
        f"本报讯(记者 王小河)青山县政协委员张大{JOIN_MARK}川昨日到场。",
        "照片：新桥",
    ]
    assert [p.setting for p in paragraphs] == [Setting.HEADLINE, Setting.HEADLINE, Setting.BODY, Setting.CAPTION]
    assert len(paragraphs[2].joins) == 1


def test_without_marks_the_break_leaves_no_trace() -> None:
    assert _bridge(marks=False).paragraphs[2].text == "本报讯(记者 王小河)青山县政协委员张大川昨日到场。"


def test_a_name_across_the_break_is_two_fragments_and_one_range() -> None:
    article = _bridge()
    name = article.paragraphs[2].text.index("张大") + article.paragraphs[2].start
    fragments = article.fragments(name, name + 4)
    assert [f.text_of(TEXT) for f in fragments] == ["张大", "川"]
    assert article.ranges_of(fragments) == [(name, name + 4)]


def test_hard_wrapped_lines_are_joined_but_indented_ones_are_paragraphs() -> None:
    text = "今年以来县里召开了多次会议研究\n农田水利建设的问题，成效明显。\n　　明年还要继续研究。"
    article = set_article(text, Article(id="a", segments=(Segment(start=0, end=len(text)),)))
    assert [p.text for p in article.paragraphs] == [
        "今年以来县里召开了多次会议研究农田水利建设的问题，成效明显。",
        "明年还要继续研究。",
    ]
    start = article.paragraphs[0].text.index("研究农田")
    assert [f.text_of(text) for f in article.fragments(start, start + 4)] == ["研究\n农田"]


def test_punctuation_recognised_half_width_is_shown_as_printed_on_request() -> None:
    text = "本报讯(记者 高远)会议8:30开始,历时1,200秒!"
    article = set_article(text, Article(id="a", segments=(Segment(start=0, end=len(text)),)), widened=True)
    assert article.paragraphs[0].text == "本报讯（记者 高远）会议8:30开始，历时1,200秒！"
    assert article.source_at(3) == 3


def test_furniture_and_the_empty_page() -> None:
    assert set_furniture("", ()).length == 0
    assert set_furniture("", ()).source_at(0) is None
    banner = set_furniture(TEXT, (_segment("新桥通车", Role.SECTION),))
    assert banner.paragraphs[0].setting is Setting.SECTION


def test_the_caret_after_the_last_character_stands_behind_it() -> None:
    article = _bridge()
    end = article.paragraphs[0].end
    assert article.source_at(end) is None
    assert article.caret_source(end) == TEXT.index("新桥通车") + 4


@given(
    st.text(alphabet="政协a\n 。，😀　", min_size=1, max_size=60).map(str.strip).filter(lambda t: t and "\n\n" not in t)
)
def test_every_shown_character_is_the_one_of_the_page(text: str) -> None:
    article = set_article(text, Article(id="a", segments=(Segment(start=0, end=len(text)),)))
    for paragraph in article.paragraphs:
        for offset, character in enumerate(paragraph.text):
            source = article.source_at(paragraph.start + offset)
            assert source is not None or character == " "
            if source is not None:
                assert text[source] == character
                assert article.position_of(source) == paragraph.start + offset
    whole = article.fragments(0, article.length)
    assert whole == (Span(0, len(text)),)


def test_a_subhead_cut_from_a_line_stands_by_itself_while_dateline_and_credit_run_on() -> None:
    text = "本报讯 路通了。修路先修心 大家都来出力。 高远 摄"
    segments = (
        _segment("本报讯", Role.DATELINE, text=text),
        _segment("路通了。", text=text),
        _segment("修路先修心", Role.SUBHEAD, text=text),
        _segment("大家都来出力。", text=text),
        _segment("高远 摄", Role.CREDIT, text=text),
    )
    article = set_article(text, Article(id="a", segments=segments))
    assert [(p.text, p.setting) for p in article.paragraphs] == [
        ("本报讯 路通了。", Setting.BODY),
        ("修路先修心", Setting.SUBHEAD),
        ("大家都来出力。 高远 摄", Setting.BODY),
    ]
    whole = article.fragments(0, article.length)
    assert "".join("".join(span.text_of(text) for span in whole).split()) == "".join(text.split())
