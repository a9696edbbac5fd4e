"""Practice pages in the manner of local papers, composed from paragraphs of printed articles.

The composed pages of the training data are national news with many random breaks. These imitate the other kind:
kickers that name a body, datelines with names, signed briefs, photos with titles, texts broken by columns.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.page import Page, PageSource
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.segmentation import patterns as p
from cppcc_reader.services.invented_heads import HeadMaker, Theme

_HALF = str.maketrans("，：；！？（）０１２３４５６７８９", ",:;!?()0123456789")
_FULL = str.maketrans(",:;!?()", "，：；！？（）")
_SUBHEAD_LENGTH = 26
_TORN_EARLY = 0.05
"""Share of paragraphs of which a column keeps only the first few words."""
_WHOLE_END = "。！？…”"


@dataclass(frozen=True, slots=True)
class Source:
    """A printed article to compose with: its title, its paragraphs without dateline, its photo captions."""

    title: str
    paragraphs: tuple[str, ...]
    captions: tuple[str, ...] = ()


@dataclass(slots=True)
class _Part:
    """One run of text with its role; ``glue`` stands before it within its block."""

    text: str
    role: Role
    join: bool = False
    glue: str = ""


@dataclass(slots=True)
class _Block:
    """Parts that stand in one block of the page; ``order`` is the place of the block in its article's reading order."""

    article: int | None
    order: int
    parts: list[_Part] = field(default_factory=list)


class PageComposer:
    """Composes pages; the same sources and seed give the same pages."""

    def __init__(self, sources: Sequence[Source], chance: Random) -> None:
        self._sources = sources
        self._chance = chance
        self._heads = HeadMaker(chance)

    def compose(self) -> tuple[str, AnnotationSet]:
        """Return the text and the gold of one page."""
        chance = self._chance
        count = chance.randint(5, 9)
        articles = [self._article(number, chance.choice(self._sources)) for number in range(count)]
        articles = [self._displaced(blocks) for blocks in articles]
        page = self._laid_out(articles)
        for number in range(count, count + chance.randint(0, 3)):
            self._place_photo(page, self._photo(number, chance.choice(self._sources)))
        if chance.random() < 0.45:
            page.insert(0, _Block(None, 0, [_Part(self._heads.section(), Role.SECTION)]))
        return self._written(page)

    def _article(self, number: int, source: Source) -> list[_Block]:
        signed = self._chance.random() < 0.25
        theme = self._heads.theme()
        heads, dateline = self._heading(source, theme)
        blocks = [_Block(number, 0, [part]) for part in heads]
        paragraphs = self._body(source, theme, signed=signed or dateline == "本报讯", longer=not dateline)
        blocks += self._columns(number, paragraphs, dateline, in_paragraphs=self._chance.random() < 0.7)
        if not dateline and self._chance.random() < 0.12:
            blocks = self._continued(blocks, len(heads))
        for order, block in enumerate(blocks):
            block.order = order
        return blocks

    def _heading(self, source: Source, theme: Theme) -> tuple[list[_Part], str]:
        """Return the heads of an article in reading order, and its dateline (empty for a feature)."""
        chance, heads = self._chance, self._heads
        kind = chance.random()
        title = source.title
        if kind < 0.4:
            kicker = heads.local_body(theme) if chance.random() < 0.75 else heads.short_body()
            return [_Part(kicker, Role.KICKER), _Part(title, Role.HEADLINE)], heads.dateline()
        if kind < 0.58:
            return [_Part(f"{heads.local_body(theme)} {title}", Role.HEADLINE)], heads.dateline()
        if kind < 0.66:
            return [_Part(f"{heads.short_body()}：{title}", Role.HEADLINE)], heads.dateline()
        if kind < 0.76:
            return [_Part(title, Role.HEADLINE)], heads.dateline()
        if kind < 0.84:
            return [_Part(heads.local_body(theme), Role.HEADLINE)], heads.dateline()
        parts = [_Part(title, Role.HEADLINE), _Part(heads.deck(theme), Role.DECK), _Part(heads.byline(), Role.BYLINE)]
        if chance.random() < 0.2:
            parts.insert(0, _Part(heads.local_body(theme), Role.KICKER))
        return (parts if chance.random() < 0.8 else [parts[0], parts[-1]]), ""

    def _body(self, source: Source, theme: Theme, *, signed: bool, longer: bool) -> list[_Part]:
        limit = self._chance.randint(600, 1900) if longer else self._chance.randint(250, 1100)
        parts: list[_Part] = []
        length = 0
        for paragraph in self._localised(source, theme):
            short = len(paragraph) <= _SUBHEAD_LENGTH and paragraph[-1] not in _WHOLE_END + "：:，；"
            parts.append(_Part(paragraph, Role.SUBHEAD if short else Role.BODY))
            length += len(paragraph)
            if length > limit:
                break
        while parts and parts[-1].role is Role.SUBHEAD:
            parts.pop()
        if longer and len(parts) > 4 and self._chance.random() < 0.4:
            for place in sorted(self._chance.sample(range(1, len(parts)), 2), reverse=True):
                parts.insert(place, _Part(self._subhead(theme), Role.SUBHEAD))
        if signed and parts:
            parts.append(_Part(self._heads.closing(), Role.BYLINE))
        return parts

    def _localised(self, source: Source, theme: Theme) -> Iterator[str]:
        """Yield the paragraphs with a local opening and, here and there, local names: heads and text share words."""
        for number, paragraph in enumerate(source.paragraphs):
            long = len(paragraph) > _SUBHEAD_LENGTH
            if number == 0 and long and self._chance.random() < 0.7:
                yield self._heads.opening(theme) + paragraph
            elif long and self._chance.random() < 0.3:
                yield self._heads.aside(theme) + paragraph
            else:
                yield paragraph

    def _subhead(self, theme: Theme) -> str:
        if self._chance.random() < 0.5:
            return self._heads.subhead(theme)
        return self._chance.choice(self._sources).title

    def _columns(self, number: int, parts: list[_Part], dateline: str, *, in_paragraphs: bool) -> list[_Block]:
        """Break the text into blocks: at paragraphs or not, and at the foot of each column wherever that falls."""
        blocks = [_Block(number, 0)]
        if dateline:
            blocks[0].parts.append(_Part(dateline, Role.DATELINE))
        room = self._chance.randint(120, 520)
        for part in parts:
            lonely = part.role is Role.SUBHEAD
            opened = _only_dateline(blocks[-1])
            if blocks[-1].parts and not opened and part.role is not Role.BYLINE and (in_paragraphs or lonely):
                blocks.append(_Block(number, 0))
            glue = " " if opened and dateline.endswith("讯") else ""
            if part.role is Role.BODY and self._chance.random() < _TORN_EARLY:
                room = self._chance.randint(10, 40)
            room = self._poured(blocks, _Part(part.text, part.role, join=opened, glue=glue), room)
            if lonely:
                blocks.append(_Block(number, 0))
        return [block for block in blocks if block.parts]

    def _poured(self, blocks: list[_Block], part: _Part, room: int) -> int:
        """Pour a part into the last block, breaking it at the foot of each column; return the room that is left."""
        rest = part
        while rest.role is Role.BODY and len(rest.text) > room + 8:
            cut = _next_cut(rest.text, room)
            if cut is None:
                break
            head = rest.text[:cut]
            blocks[-1].parts.append(_Part(head, Role.BODY, rest.join, rest.glue))
            blocks.append(_Block(blocks[-1].article, 0))
            rest = _Part(rest.text[cut:], Role.BODY, join=head[-1] not in _WHOLE_END)
            room = self._chance.randint(150, 700)
        blocks[-1].parts.append(rest)
        room -= len(rest.text)
        return room if room > 8 else self._chance.randint(150, 700)

    def _continued(self, blocks: list[_Block], heads: int) -> list[_Block]:
        """Make an article that comes from another page: its beginning is not here."""
        body = blocks[heads:]
        if len(body) < 4:
            return blocks
        kept = body[self._chance.randint(1, 2) :]
        kept[0].parts[0].join = False
        note = _Part("(接一版)", Role.NOTE)
        if self._chance.random() < 0.6:
            return [blocks[0], _Block(blocks[0].article, 0, [note]), *kept]
        kept[0].parts[0].join = True
        kept[0].parts.insert(0, note)
        return [blocks[0], *kept]

    def _photo(self, number: int, source: Source) -> list[_Block]:
        chance = self._chance
        theme = self._heads.theme()
        text = chance.choice(source.captions) if source.captions else source.paragraphs[0]
        if chance.random() < 0.5:
            text = self._heads.opening(theme)[:-1] + "，" + text[: chance.randint(20, 120)].rpartition("，")[0] + "。"
        parts = [_Part(text, Role.CAPTION)]
        if chance.random() < 0.82:
            parts.append(_Part(self._heads.credit(), Role.CREDIT, glue=chance.choice(("", " "))))
        blocks = [_Block(number, 1, parts)]
        if chance.random() < 0.7:
            blocks.insert(0, _Block(number, 0, [_Part(self._heads.photo_title(theme), Role.HEADLINE)]))
        return blocks

    def _displaced(self, blocks: list[_Block]) -> list[_Block]:
        """Put the heads after or inside the text now and then."""
        heads = [
            block for block in blocks if block.parts[0].role in (Role.KICKER, Role.HEADLINE, Role.DECK, Role.BYLINE)
        ]
        body = blocks[len(heads) :]
        kind = self._chance.random()
        if kind < 0.1 and body:
            if len(heads) == 2 and self._chance.random() < 0.3:
                heads[0].parts, heads[1].parts = heads[1].parts, heads[0].parts
            return body + heads
        if kind < 0.13 and len(body) > 1:
            place = self._chance.randint(1, len(body) - 1)
            return body[:place] + heads + body[place:]
        return blocks

    def _laid_out(self, articles: list[list[_Block]]) -> list[_Block]:
        """Lay articles one after the other; now and then one ends elsewhere, loses a part, or wraps around another."""
        chance = self._chance
        page: list[_Block] = []
        loose: list[list[_Block]] = []
        for blocks in articles:
            kind = chance.random()
            kept = blocks
            if kind < 0.09 and len(blocks) > 4:
                cut = chance.randint(len(blocks) - 3, len(blocks) - 1)
                loose.append(blocks[cut:])
                kept = blocks[:cut]
            elif kind < 0.12 and len(blocks) > 4:
                kept = blocks[: chance.randint(3, len(blocks) - 1)]
            elif kind < 0.17 and page and len(blocks) > 3:
                cut = chance.randint(2, len(blocks) - 1)
                self._wrap_in(page, blocks[:cut])
                kept = blocks[cut:]
            page += kept
        for tail in loose:
            gaps = [at for at in range(1, len(page)) if page[at].article != page[at - 1].article] or [0]
            page[(at := chance.choice(gaps)) : at] = tail
        return page

    def _wrap_in(self, page: list[_Block], blocks: list[_Block]) -> None:
        """Put blocks inside the last article of the page."""
        first = len(page)
        while first > 0 and page[first - 1].article == page[-1].article:
            first -= 1
        at = self._chance.randint(min(first + 2, len(page)), len(page))
        page[at:at] = blocks

    def _place_photo(self, page: list[_Block], photo: list[_Block]) -> None:
        gaps = [at for at in range(1, len(page)) if page[at].article != page[at - 1].article]
        if not gaps or self._chance.random() < 0.25:
            at = self._chance.randint(0, len(page))
        else:
            at = self._chance.choice([*gaps, len(page)])
        page[at:at] = photo

    def _written(self, page: list[_Block]) -> tuple[str, AnnotationSet]:
        """Write the blocks down, and say where everything lies."""
        table = _HALF if self._chance.random() < 0.75 else _FULL
        text = "\n\n"
        placed: list[tuple[int | None, int, int, Segment]] = []
        for block in page:
            for number, part in enumerate(block.parts):
                written = part.text.translate(table).strip()
                if not written:
                    continue
                text += part.glue if number else ""
                segment = Segment(start=len(text), end=len(text) + len(written), role=part.role, join=part.join)
                placed.append((block.article, block.order, number, segment))
                text += written
            text += "\n\n"
        articles: dict[int, list[tuple[int, int, Segment]]] = {}
        furniture = []
        for article, order, number, segment in placed:
            if article is None:
                furniture.append(segment)
            else:
                articles.setdefault(article, []).append((order, number, segment))
        found = [
            Article(id=f"a{number}", segments=tuple(one for *_place, one in sorted(parts, key=lambda part: part[:2])))
            for number, parts in articles.items()
        ]
        return text, AnnotationSet.of(articles=tuple(found), furniture=tuple(furniture))


def _next_cut(text: str, room: int) -> int | None:
    """Return the first place from ``room`` on where a column may end: not before a mark, not after an opening one."""
    for place in range(room, len(text)):
        if text[place] not in "，。、；：！？”）" and text[place - 1] not in "“（《":
            return place
    return None


def _only_dateline(block: _Block) -> bool:
    return len(block.parts) == 1 and block.parts[0].role is Role.DATELINE


def source_from(title: str, body: str, captions: Sequence[str]) -> Source | None:
    """Return an article to compose with, or None where there is too little text.

    Args:
        body: paragraphs divided by line feeds; a dateline is taken off.
    """
    lines = [" ".join(line.split()) for line in body.split("\n") if line.strip()]
    if not title.strip() or not lines:
        return None
    dateline = p.DATELINE.match(p.folded(lines[0]))
    if dateline:
        lines[0] = lines[0][dateline.end() :].strip()
    lines = [line for line in lines if line]
    if sum(map(len, lines)) < 120:
        return None
    return Source(title.strip(), tuple(lines), tuple(one for one in captions if 20 <= len(one) <= 220))


def read_sources(path: Path) -> Iterator[Source]:
    """Yield the articles to compose with from a gzipped file of printed articles, one JSON object per line.

    Raises:
        OSError: if it cannot be read.
    """
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            article = json.loads(line)
            if article.get("kind") in ("news", "photo"):
                captions = [caption["text"] for caption in article.get("captions", ())]
                source = source_from(article.get("title", ""), article.get("body", ""), captions)
                if source is not None:
                    yield source


def practice_pages(path: Path, count: int, seed: int) -> list[PageRecord]:
    """Return composed pages; the same file, count and seed give the same pages."""
    composer = PageComposer(list(read_sources(path)), Random(seed))
    return [_record(f"practice-{seed}-{number}", *composer.compose()) for number in range(count)]


def _record(name: str, text: str, gold: AnnotationSet) -> PageRecord:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return PageRecord(
        page=Page(id=name, text=text, source=PageSource(name=f"{name}.txt", sha256=digest)), annotations=gold
    )
