"""The blocks of the article's element, without what is no part of it."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from editor.intake.html.captions import with_captions
from editor.intake.html.flow import plain_heading
from editor.intake.html.losses import sentences
from editor.intake.html.walker import Walker
from editor.intake.manuscript import IncomingPicture
from editor.intake.plain_text import typed_heading
from editor.intake.web.leftovers import PageAccount, PageLoss
from editor.intake.web.phrases import SCAN, phrase_loss
from editor.intake.web.titles import fold
from editor.model.block_kinds import as_figure, as_paragraph, is_heading
from editor.model.block_texts import block_texts
from editor.model.body import Block, plain

# as editors of news write below a picture: what it shows, or who took it
_CAPTION = re.compile(
    r"^(?:图为|图[:：]|[（(]?资料图|▲|△)|(?:[摄图]|供图|摄影|制图)[）)]?$|\[Photos?\b[^\[\]]*\]$|\((?:Photo|Xinhua)\b[^()]*\)$"
)
# characters; Latin ones are half as wide
_LONGEST_CAPTION = 80
_SHORTEST_PART, _LONGEST_PART = 6, 80
_PAGE_RANKS = (1, 1, 2, 3, 3, 3)


@dataclass(slots=True)
class PageBlocks:
    """Blocks of an article, its pictures, and what reading left out, as sentences."""

    blocks: list[Block]
    pictures: tuple[IncomingPicture, ...]
    messages: tuple[str, ...]
    walker: Walker


def read_blocks(
    element: etree._Element, skipped: Collection[etree._Element], find_picture: Callable[[str], bytes | None]
) -> PageBlocks:
    """Return the blocks of an element without the elements inside it that are skipped."""
    walker = Walker(_ranks(element), find_picture=find_picture, page=True)
    for event, one in _events(element, set(skipped)):
        if event == "start":
            walker.start(one.tag, one.attrib)
            walker.data(one.text or "")
        elif event == "end":
            walker.end(one.tag)
        if one is not element and event != "start":
            walker.data(one.tail or "")
    walker.close()
    builder = walker.builder
    return PageBlocks(_captioned(builder.blocks), tuple(builder.pictures), sentences(walker.account), walker)


def _captioned(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with the lines below pictures that are their captions and sources."""
    made: list[Block] = []
    for block in with_captions(list(blocks)):
        figure, paragraph = as_figure(made[-1]) if made else None, as_paragraph(block)
        line = plain(paragraph.runs) if paragraph else ""
        if figure and not figure.caption and _width(line) <= _LONGEST_CAPTION and _CAPTION.search(line):
            made[-1] = replace(figure, caption=line)
        else:
            made.append(block)
    return with_captions(made)


def _width(line: str) -> int:
    return len(line) // 2 if line.isascii() else len(line)


def _events(element: etree._Element, skipped: Collection[etree._Element]) -> Iterator[tuple[str, etree._Element]]:
    """Yield starts and ends of elements, and what stands for one that is skipped, whose tail counts."""
    inside: etree._Element | None = None
    for event, one in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if inside is not None:
            if event == "end" and one is inside:
                inside = None
                yield "skipped", one
        elif event == "start" and one in skipped and one is not element:
            inside = one
        else:
            yield event, one


def _ranks(element: etree._Element) -> tuple[int, ...]:
    """Return the levels of h1 to h6: the highest that the article has is the first level."""
    present = [rank for rank in range(2, 7) if element.find(f".//h{rank}") is not None]
    if not present:
        return _PAGE_RANKS
    top = min(present)
    return tuple(1 if rank <= top else min(rank - top + 1, 3) for rank in range(1, 7))


def kept_blocks(blocks: Sequence[Block], losses: Mapping[str, PageLoss], account: PageAccount) -> list[Block]:
    """Return the blocks that are the article's. losses: what lines are that are not, by their folded text."""
    found = [_loss(block, losses) for block in blocks]
    made: list[Block] = []
    for at, (block, loss) in enumerate(zip(blocks, found, strict=True)):
        if loss is not None:
            account[loss] += 1
        elif as_figure(block) and _is_scan(blocks, found, at):
            account[PageLoss.SCANS] += 1
        else:
            made.append(block)
    return made


def _loss(block: Block, losses: Mapping[str, PageLoss]) -> PageLoss | None:
    """Return what a block is whose every text is no part of the article."""
    texts = [fold(text) for text in block_texts(block) if text.strip()]
    kinds = [losses.get(text) or _by_phrase(text) or _by_part(text, losses) for text in texts]
    if not kinds or not all(kinds):
        return None
    return kinds[0]


def _by_part(text: str, losses: Mapping[str, PageLoss]) -> PageLoss | None:
    """Return what a short line is of which something was skipped, e.g. a button behind source and date."""
    if not _SHORTEST_PART <= len(text) <= _LONGEST_PART:
        return None
    return next((loss for line, loss in losses.items() if text in line and len(text) * 2 >= len(line)), None)


def _by_phrase(text: str) -> PageLoss | None:
    return phrase_loss("".join(text.split()))


def _is_scan(blocks: Sequence[Block], found: Sequence[PageLoss | None], at: int) -> bool:
    """Return whether a picture stands beside a line that asks to scan it or to follow an account."""
    for place in (at - 1, at + 1):
        if 0 <= place < len(blocks) and found[place] is PageLoss.FOLLOW:
            return bool(SCAN.search("".join(block_texts(blocks[place]))))
    return False


def with_typed_headings(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with short paragraphs that begin with 一、 or （一） as headings."""
    return [_headed(block) for block in blocks]


def _headed(block: Block) -> Block:
    paragraph = as_paragraph(block)
    heading = typed_heading(plain(paragraph.runs)) if paragraph else None
    if paragraph is None or heading is None or (heading.level == 3 and not all(run.bold for run in paragraph.runs)):
        return block
    return replace(heading, runs=plain_heading(paragraph.runs), uid=block.uid)


def is_plain_line(block: Block) -> bool:
    """Return whether a block is a line of text, also one set as a heading."""
    return as_paragraph(block) is not None or is_heading(block)
