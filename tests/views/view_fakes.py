"""A service without storage and an invented page, so that views are tested on their own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from cppcc_reader.core.editing.change_set import ChangeSet, diff
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.page import Page, PageSource
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Alternative, Evidence, Segment
from cppcc_reader.core.model.span import Span

NOW = datetime(2026, 1, 2, 12, 3, 4, tzinfo=UTC)

# Invented: three articles, the first broken by a column, a banner, and a photo between its two parts.
PAGE_TEXT = """\
政协动态

清溪县政协为茶山修路

本报讯（记者 高远 通讯员 田小禾）清溪县政协近日到茶山村调研。“路修好了，茶叶才运得出去。”委员陈青

秋收时节，茶山村的晒场上一片金黄。  高远 摄

松说。县政协主席何为民表示，将继续跟踪办理。

南岭市政协视察老旧小区

南岭市政协组织委员视察老旧小区改造。
"""


@dataclass
class FakeEntry:
    """A step of the fake history."""

    id: int
    name: str
    time: str = NOW.isoformat()
    annotator: str = "测试员"
    undone: bool = False
    page_ids: tuple[str, ...] = ("p1",)
    page_name: str = "p1.txt"


@dataclass
class FakeService:
    """Keeps pages in memory; undo and redo as the real service does, without storage."""

    records: dict[str, PageRecord]
    done: list[tuple[str, ChangeSet]] = field(default_factory=list)
    undone: list[tuple[str, ChangeSet]] = field(default_factory=list)

    def record(self, page_id):
        return self.records[page_id]

    def execute(self, page_id, command):
        record = self.records[page_id]
        change = diff(record.annotations, command.applied_to(record.page.text, record.annotations), command.name)
        self._write(page_id, change)
        if not change.is_empty:
            self.done.append((page_id, change))
            self.undone.clear()
        return change

    def undo(self, page_id, *, partly=False):
        if not self.done:
            return {}
        found, change = self.done.pop()
        self.undone.append((found, change))
        self._write(found, change.inverted())
        return {found: change.inverted()}

    def redo(self, page_id, *, partly=False):
        if not self.undone:
            return {}
        found, change = self.undone.pop()
        self.done.append((found, change))
        self._write(found, change)
        return {found: change}

    def next_undo(self, page_id):
        return FakeEntry(len(self.done), self.done[-1][1].name) if self.done else None

    def next_redo(self, page_id):
        return FakeEntry(len(self.done) + 1, self.undone[-1][1].name, undone=True) if self.undone else None

    def library_history(self, limit):
        return self.history("p1")[::-1][:limit]

    def history(self, page_id):
        return [FakeEntry(index + 1, change.name) for index, (_page, change) in enumerate(self.done)]

    def jump_to(self, page_id, entry_id, *, partly=False):
        changes = []
        while len(self.done) > (entry_id or 0):
            changes.append(self.undo(page_id))
        return changes

    def _write(self, page_id, change):
        record = self.records[page_id]
        self.records[page_id] = replace(record, annotations=change.applied_to(record.annotations))


def span_of(text: str, quote: str) -> Span:
    """Return where ``quote`` first stands in ``text``."""
    start = text.index(quote)
    return Span(start, start + len(quote))


def page_record(text: str, annotations: AnnotationSet, page_id: str = "p1") -> PageRecord:
    """Return a record of a page that came from nowhere."""
    source = PageSource(name=f"{page_id}.txt", sha256="0" * 64)
    return PageRecord(page=Page(id=page_id, text=text, source=source), annotations=annotations)


def sample_annotations(text: str = PAGE_TEXT) -> AnnotationSet:
    """Return the articles, a doubt and three mentions of the invented page."""

    def segment(quote: str, role: Role = Role.BODY, **more) -> Segment:
        span = span_of(text, quote)
        return Segment(start=span.start, end=span.end, role=role, **more)

    doubt = Evidence(0.62, "上段句子未完")
    road = Article(
        id="a1",
        segments=(
            segment("清溪县政协为茶山修路", Role.HEADLINE),
            segment("本报讯（记者 高远 通讯员 田小禾）", Role.DATELINE),
            segment("清溪县政协近日到茶山村调研。“路修好了，茶叶才运得出去。”委员陈青", join=True),
            segment(
                "松说。县政协主席何为民表示，将继续跟踪办理。",
                join=True,
                link_evidence=doubt,
                alternatives=(Alternative(kind="begin", evidence=Evidence(0.3, "另起一段")),),
            ),
        ),
    )
    photo = Article(
        id="a2",
        segments=(
            segment("秋收时节，茶山村的晒场上一片金黄。", Role.CAPTION),
            segment("高远 摄", Role.CREDIT),
        ),
    )
    homes = Article(
        id="a3",
        segments=(segment("南岭市政协视察老旧小区", Role.HEADLINE), segment("南岭市政协组织委员视察老旧小区改造。")),
    )
    tail = span_of(text, "松说。")
    broken = Span(tail.start, tail.start + 1)
    mentions = (
        Mention(id="m1", label="PER", fragments=(span_of(text, "高远"),), origin=Origin.ACCEPTED),
        Mention(id="m2", label="PER", fragments=(span_of(text, "陈青"), broken), origin=Origin.PERSON),
        Mention(
            id="s1",
            label="ORG",
            fragments=(span_of(text, "县政协主席"),),
            origin=Origin.SUGGESTED,
            evidence=Evidence(0.7, "地名+政协"),
        ),
    )
    return AnnotationSet.of(
        articles=(road, photo, homes),
        furniture=(segment("政协动态", Role.SECTION),),
        mentions=mentions,
    )
