from hypothesis import given
from hypothesis import strategies as st
from view_fakes import PAGE_TEXT, sample_annotations, span_of

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span
from cppcc_reader.views.qt_positions import Utf16Map, display_text
from cppcc_reader.views.sentence_spans import sentence_at
from cppcc_reader.views.source_plan import SourcePlan
from cppcc_reader.views.text_selection import selected_fragments


def test_every_segment_stands_on_its_line():
    plan = SourcePlan(PAGE_TEXT, sample_annotations())
    shown = [PAGE_TEXT[piece.start : piece.end] for number in range(plan.line_count) for piece in plan.pieces(number)]
    assert "".join("".join(shown).split()) == "".join(PAGE_TEXT.split())
    assert [piece.placed.article_id for piece in plan.pieces(6)] == ["a2", "a2"]


def test_a_blank_line_belongs_to_an_article_only_between_two_of_its_segments():
    plan = SourcePlan(PAGE_TEXT, sample_annotations())
    assert plan.owner_between(3) == (True, "a1")
    assert plan.owner_between(5) == (False, "a1")


def test_order_numbers_stand_only_where_reading_leaves_page_order():
    text = "尾巴\n\n开头"
    article = Article(id="a1", segments=(Segment(start=4, end=6), Segment(start=0, end=2)))
    plan = SourcePlan(text, AnnotationSet.of(articles=(article,)))
    assert [placed.order for placed in plan.placed] == [2, 1]
    assert all(placed.order is None for placed in SourcePlan(PAGE_TEXT, sample_annotations()).placed)


def test_nested_mentions_get_a_line_of_their_own():
    text = "清溪县政协主席"
    mentions = (
        Mention(id="m1", label="ORG", fragments=(Span(0, 5),)),
        Mention(id="m2", label="LOC", fragments=(Span(0, 3),)),
        Mention(id="m3", label="TITLE", fragments=(Span(5, 7),)),
    )
    annotations = AnnotationSet.of(articles=(Article(id="a", segments=(Segment(start=0, end=7),)),), mentions=mentions)
    levels = {one.mention.id: one.level for one in SourcePlan(text, annotations).underlines(0)}
    assert levels == {"m1": 0, "m2": 1, "m3": 0}


def test_a_sentence_goes_on_over_the_mended_column_break():
    spans = sentence_at(PAGE_TEXT, sample_annotations(), PAGE_TEXT.index("委员陈青"))
    assert "".join(span.text_of(PAGE_TEXT) for span in spans) == "委员陈青松说。"


def test_a_selection_over_a_column_break_leaves_out_what_lies_between():
    start, end = PAGE_TEXT.index("陈青"), PAGE_TEXT.index("松说。") + 1
    fragments = selected_fragments(PAGE_TEXT, sample_annotations(), start, end)
    assert [fragment.text_of(PAGE_TEXT) for fragment in fragments] == ["陈青", "松"]


def test_a_selection_goes_from_one_end_to_the_other_in_reading_order_only():
    text = "句子的前\n\n图片署名\n\n一半完了。"
    head, credit, tail = Segment(start=0, end=4), Segment(start=6, end=10), Segment(start=12, end=17, join=True)
    annotations = AnnotationSet.of(articles=(Article(id="a1", segments=(head, tail, credit)),))
    fragments = selected_fragments(text, annotations, 2, 14)
    assert [fragment.text_of(text) for fragment in fragments] == ["的前", "一半"]


def test_a_selection_over_several_articles_takes_all_in_page_order():
    start, end = PAGE_TEXT.index("高远 摄"), PAGE_TEXT.index("松说。") + 2
    fragments = selected_fragments(PAGE_TEXT, sample_annotations(), start, end)
    assert [fragment.text_of(PAGE_TEXT) for fragment in fragments] == ["高远 摄", "松说"]


def test_white_space_at_the_edges_is_never_selected():
    span = span_of(PAGE_TEXT, "  高远 摄\n")
    assert selected_fragments(PAGE_TEXT, sample_annotations(), span.start, span.end) == (span_of(PAGE_TEXT, "高远 摄"),)


@given(st.text(st.sampled_from("政协\n𠮷😀a \r\u2028\u2029\ufeff\x0c"), max_size=60))
def test_positions_survive_the_way_to_qt_and_back(text):
    positions = Utf16Map(text)
    for offset in range(len(text) + 1):
        assert positions.from_qt(positions.to_qt(offset)) == offset
        assert positions.to_qt(offset) == len(text[:offset].encode("utf-16-le")) // 2
    shown = display_text(text)
    assert len(shown) == len(text)
    assert [place for place, char in enumerate(shown) if char == "\n"] == [
        place for place, char in enumerate(text) if char == "\n"
    ]
