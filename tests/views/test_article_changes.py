"""Following changes one by one shows the same as setting the page from the beginning."""

from __future__ import annotations

from random import Random

import pytest
from view_fakes import PAGE_TEXT

from cppcc_reader.core.editing.mention_commands import AcceptMentions, AddMention, RejectMentions, RemoveMentions
from cppcc_reader.core.editing.segment_commands import (
    BeginArticle,
    CutSegment,
    JoinWithPrevious,
    MoveSegments,
    SetRole,
)
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.span import Span
from cppcc_reader.views.article_flow import ArticleFlow
from cppcc_reader.views.article_sheet import make_sheet

STEPS = 60


def _what_is_shown(flow: ArticleFlow) -> list[object]:
    return [
        (
            block.key,
            [(paragraph.setting, paragraph.text) for paragraph in block.words.paragraphs],
            [(line.start, line.end, line.level, line.mention) for line in block.underlines(flow.mentions)],
            block.doubts,
            block.numbers,
        )
        for block in flow.blocks
    ]


def _command(random: Random, session):
    annotations = session.annotations
    offset = random.randrange(len(PAGE_TEXT))
    article = random.choice(annotations.articles)
    segment = random.choice(article.segments)
    mentions = [mention.id for mention in annotations.mentions] or ["m1"]
    return random.choice(
        [
            BeginArticle(at=offset),
            CutSegment(at=offset),
            JoinWithPrevious(article_id=article.id),
            MoveSegments(starts=(segment.start,), target=random.choice([None, *(a.id for a in annotations.articles)])),
            SetRole(starts=(segment.start,), role=random.choice(list(Role))),
            AddMention(fragments=(Span(segment.start, min(segment.start + 3, segment.end)),), label="PER"),
            RemoveMentions(ids=(random.choice(mentions),)),
            AcceptMentions(ids=(random.choice(mentions),)),
            RejectMentions(ids=(random.choice(mentions),)),
        ]
    )


@pytest.mark.parametrize("seed", range(4))
def test_changes_followed_one_by_one_show_the_page_as_it_is(qapp, session, seed: int) -> None:
    random = Random(seed)
    followed = ArticleFlow(make_sheet())
    followed.show(session.text, session.annotations)
    session.changed.connect(lambda change, _origin: followed.take_change(change, session.annotations))
    made = 0
    for _step in range(STEPS):
        if random.random() < 0.2:
            session.undo()
        else:
            made += session.execute(_command(random, session))
        fresh = ArticleFlow(make_sheet())
        fresh.show(session.text, session.annotations)
        assert _what_is_shown(followed) == _what_is_shown(fresh)
    assert made > STEPS / 5
