"""Paragraphs of a PDF by what they are: title, subtitle, source, date, headings, lists, captions."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from editor.intake.html.captions import with_captions
from editor.intake.manuscript import ManuscriptField
from editor.intake.pdf.glyph_text import unmarked
from editor.intake.pdf.page_notes import PageNote
from editor.intake.pdf.paragraphs import Part
from editor.model.article import NO_TITLE, Article, ArticleArchive, Title
from editor.model.block_kinds import as_paragraph, as_table, is_heading
from editor.model.body import Block, Heading, ItemList, Paragraph, Run, Text, plain
from editor.model.language import tr
from editor.model.runs import normal, part, replace_span
from editor.text.characters import ends_sentence, fold
from editor.text.dates import find_date
from editor.text.fact_lines import address_of_line, has_card_words, source_at_end

# of the size of the text
_TITLE_SIZE, _HEAD_SIZE = 1.12, 1.06
_LONGEST_TITLE, _LONGEST_HEAD, _LONGEST_META = 120, 50, 140
_LEVELS = tuple(
    map(
        re.compile,
        (
            r"[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百\d]{1,4}[章编部]",
            r"[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,4}节",
            r"\d{1,2}[.．、](?!\d)",
        ),
    )
)
_BULLET = re.compile(r"[•●■◆▪○]\s*|[-–·*]\s+")
_COUNTED = re.compile(r"(\d{1,2})[.．、]\s*(?!\d)")
_SOURCE = re.compile(r"(?:信息|文章|稿件|资料)?来\s*源\s*[:：]\s*([^\s|｜]+)")
_DATED = re.compile(r"(?:发布|印发|发文|成文|发稿)?(?:时间|日期)\s*[:：]")
_META_WORDS = re.compile(
    r"(?:信息|文章|稿件|资料)?来\s*源\s*[:：]\s*[^\s|｜]+|(?:发布|印发|发文|成文|发稿)?(?:时间|日期)\s*[:：]"
    r"|\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?|\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|[\s|｜,，]"
)
_TABLE_NAME = re.compile(r"(?:附)?表\s*[\d一二三四五六七八九十]+")
_TABLE_NOTE = re.compile(r"(?:注|说明|备注|资料来源|数据来源|来源)\s*[:：]")


@dataclass(slots=True)
class ReadArticle:
    """What was read."""

    article: Article
    guessed: frozenset[ManuscriptField]
    messages: tuple[str, ...]


@dataclass(slots=True)
class _Found:
    title: Title = NO_TITLE
    subtitle: str = ""
    source: str = ""
    link: str = ""
    caption: str = ""
    published: dt.date | None = None
    guessed: set[ManuscriptField] = field(default_factory=set)
    messages: list[str] = field(default_factory=list)


class ArticleParts:
    """Sorts the paragraphs of one article. size: of its text, pt."""

    def __init__(self, parts: Sequence[Part], size: float) -> None:
        """Take the paragraphs and objects in reading order."""
        self._parts, self._size = list(parts), size
        self._found = _Found()

    def article(self, title: str, codes: Sequence[str], notes: Sequence[PageNote]) -> ReadArticle:
        """Return the article. title: of the file's metadata; codes: addresses of its codes; notes: without a mark."""
        self._take_title(title)
        self._take_meta()
        self._take_link(codes)
        blocks = self.blocks()
        blocks = self._with_notes(self._without_source(with_captions(_with_table_words(blocks))), notes)
        found = self._found
        article = Article(
            title=found.title,
            subtitle=found.subtitle,
            blocks=tuple(blocks),
            source=found.source,
            link=found.link,
            link_caption=found.caption,
            archive=ArticleArchive(published=found.published),
        )
        return ReadArticle(article, frozenset(found.guessed), tuple(found.messages))

    # --- title

    def _take_title(self, declared: str) -> None:
        at = self._title_at(declared)
        if at is None:
            self._found.messages.append(tr("没有认出标题，请自己填写。"))
            return
        part_ = self._parts.pop(at)
        self._found.title = _title(part_)
        self._found.guessed.add(ManuscriptField.TITLE)
        after = self._parts[at] if at < len(self._parts) else None
        if after and after.block is None and after.plain.startswith(("——", "—")) and len(after.plain) < _LONGEST_TITLE:
            self._found.subtitle = after.plain.lstrip("—").strip()
            self._found.guessed.add(ManuscriptField.SUBTITLE)
            del self._parts[at]

    def _title_at(self, declared: str) -> int | None:
        """Return which part is the title: the one that the file names, else the largest of the first page."""
        page = self._parts[0].page
        first = [(at, one) for at, one in enumerate(self._parts) if one.block is None and one.page == page]
        short = [(at, one) for at, one in first if len(one.plain) <= _LONGEST_TITLE][:12]
        named = fold(declared)
        exact = (at for at, one in short if len(named) > 3 and fold(one.plain) == named)
        largest = max((one.size for _, one in short), default=0.0)
        big = (at for at, one in short if one.size == largest >= _TITLE_SIZE * self._size)
        alone = (
            at
            for at, one in short[:3]
            if (one.centred or one.bold) and not ends_sentence(one.plain) and not _is_meta(one)
        )
        start = (at for at, one in short[:1] if not ends_sentence(one.plain) and not _is_meta(one))
        return next((at for way in (exact, big, alone, start) for at in way), None)

    # --- source, date, link

    def _take_meta(self) -> None:
        """Read the lines near the title that name source and date; what they say otherwise stays in the text."""
        for one in self._near_title():
            source, date = _SOURCE.search(one.plain), find_date(one.plain)
            taken = False
            if source and not self._found.source:
                self._found.source, taken = source[1].strip("）)"), True
                self._found.guessed.add(ManuscriptField.SOURCE)
            if date and self._found.published is None:
                self._found.published, taken = date, True
                self._found.guessed.add(ManuscriptField.PUBLISHED)
            labelled = source or _DATED.search(one.plain) or one in self._parts[:2]
            if taken and labelled and not _META_WORDS.sub("", one.plain):
                self._parts.remove(one)
                self._found.messages.append(tr("“{text}”读作来源和日期，没有留在正文里。", text=one.plain))

    def _near_title(self) -> list[Part]:
        """Return the lines before the first long paragraph that may name source and date."""
        near: list[Part] = []
        for one in self._parts[:6]:
            if one.block is not None or len(one.plain) > _LONGEST_META:
                break
            near += [one] if _is_meta(one) else []
        return near

    def _take_link(self, codes: Sequence[str]) -> None:
        for one in [one for one in self._parts[-8:] if one.block is None]:
            _, address = address_of_line(one.plain)
            if address and not self._found.link:
                self._found.link = address
                self._parts.remove(one)
            elif (
                has_card_words(one.plain)
                and len(one.plain) <= 40
                and not self._found.caption
                and (codes or self._found.link)
            ):
                self._found.caption = one.plain
                self._parts.remove(one)
        for address in codes:
            if not self._found.link:
                self._found.link = address
                self._found.messages.append(tr("链接由二维码读出：{address}", address=address))
            elif address != self._found.link:
                self._found.messages.append(tr("图上的另一个二维码没有收入：{address}", address=address))
        if self._found.link:
            self._found.guessed.add(ManuscriptField.LINK)

    def _without_source(self, blocks: list[Block]) -> list[Block]:
        """Take （来源：…） at the end of the last paragraph out of it."""
        last = as_paragraph(blocks[-1]) if blocks else None
        whole = plain(last.runs) if last else ""
        source, start = source_at_end(whole)
        line = _SOURCE.fullmatch(whole.strip()) if not source and len(whole) < 60 else None
        if last is None or not (source or line) or self._found.source:
            return blocks
        self._found.source, start = (line[1], 0) if line else (source, start)
        self._found.guessed.add(ManuscriptField.SOURCE)
        rest = part(last.runs, 0, start)
        return [*blocks[:-1], *([replace(last, runs=rest)] if plain(rest).strip() else [])]

    # --- blocks

    def blocks(self) -> list[Block]:
        """Return the parts that are left as blocks; a list takes a part an item."""
        blocks: list[Block] = []
        at = 0
        while at < len(self._parts):
            one = self._parts[at]
            items = self._items(at)
            if one.block is not None:
                blocks.append(one.block)
                at += 1
            elif items:
                blocks.append(items)
                at += len(items.items)
            else:
                blocks.append(self._heading(one) or Paragraph(runs=one.text))
                at += 1
        return blocks

    def _items(self, at: int) -> ItemList | None:
        """Return the list that begins at a part: marked items, or at least two that count from 1."""
        marked: list[Text] = []
        for one in self._parts[at:]:
            match = _BULLET.match(one.plain) if one.block is None else None
            if not match:
                break
            marked.append(replace_span(one.text, 0, match.end(), ""))
        if marked:
            return ItemList(items=tuple(map(normal, marked)))
        counted: list[Text] = []
        for one in self._parts[at:]:
            match = _COUNTED.match(one.plain) if one.block is None and not self._is_head(one) else None
            if not match or int(match[1]) != len(counted) + 1:
                break
            counted.append(replace_span(one.text, 0, match.end(), ""))
        return ItemList(ordered=True, items=tuple(map(normal, counted))) if len(counted) > 1 else None

    def _is_head(self, one: Part) -> bool:
        text = one.plain
        if len(text) > _LONGEST_HEAD or ends_sentence(text) or re.search("[。；！？]", text):
            return False
        large = one.size >= _HEAD_SIZE * self._size
        numbered = any(form.match(text) for form in _LEVELS[:2])
        return large or one.bold or numbered

    def _heading(self, one: Part) -> Heading | None:
        if not self._is_head(one):
            return None
        level = next((place for place, form in enumerate(_LEVELS, 1) if form.match(one.plain)), 0)
        if not level:
            level = 1 if one.size >= _HEAD_SIZE * self._size else 3
        return Heading(level=level, runs=unmarked(one.text))

    def _with_notes(self, blocks: list[Block], notes: Sequence[PageNote]) -> list[Block]:
        """Add footnotes whose mark is nowhere as paragraphs, and say so."""
        for note in notes:
            blocks.append(Paragraph(runs=(Run(text=f"{note.mark} {note.words}"),)))
            self._found.messages.append(
                tr(
                    "第 {sheet} 页脚注“{mark}”在正文里没有找到位置，放在文末，请核对。",
                    sheet=note.page + 1,
                    mark=note.mark,
                )
            )
        return blocks


def _title(one: Part) -> Title:
    text = plain(one.text)
    breaks, at = [], 0
    for line in one.lines[:-1]:
        at += len(line.text)
        if 0 < at < len(text):
            breaks.append(at)
    fits = fold("".join(line.text for line in one.lines)) == fold(text) and " " not in text
    return Title(text=text, breaks=tuple(breaks) if fits else ())


def _is_meta(one: Part) -> bool:
    return (
        one.block is None
        and len(one.plain) <= _LONGEST_META
        and bool(_SOURCE.match(one.plain) or _DATED.search(one.plain) or not _META_WORDS.sub("", one.plain))
    )


def _with_table_words(blocks: list[Block]) -> list[Block]:
    """Give tables the caption before them and the note behind them."""
    made: list[Block] = []
    for block in blocks:
        above = made[-1] if made else None
        table, note = as_table(block), as_paragraph(block)
        named = plain(text) if above and (text := _words(above)) else ""
        if table and above and _TABLE_NAME.match(named) and len(named) <= 60:
            made[-1] = replace(table, caption=named)
            continue
        over = as_table(above) if above else None
        if over and note and not over.note and _TABLE_NOTE.match(plain(note.runs)) and len(plain(note.runs)) <= 200:
            made[-1] = replace(over, note=plain(note.runs))
            continue
        made.append(block)
    return made


def _words(block: Block) -> Text:
    paragraph = as_paragraph(block)
    if paragraph:
        return paragraph.runs
    return block.runs if is_heading(block) else ()
