"""Where a page's article is: the element with most of its sentences and least of its links."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from lxml import etree

from editor.intake.web.leftovers import PageLoss
from editor.intake.web.lines import Page, PageLine, Region
from editor.intake.web.phrases import edge_loss, group_loss, is_end, phrase_loss

_SENTENCE = re.compile("[。，；：！？、]|[,.;] ")
_SHORTEST_ENDED, _SHORTEST, _LONG, _LONGEST = 5, 15, 40, 300
# an element with more of the page's sentences is the article, whatever it is called
_OWN_SHARE = 0.4
_BEHIND_SHARE = 0.3
_LINKED_SHARE = 0.5
_LEFT_OUT, _ATTACHMENT, _LINE = -20, 15, 3
_ATTACHED = re.compile(
    r"^附件\s*\d{0,2}\s*[:：.．]?|\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|ceb)$", re.IGNORECASE
)
# lines that are no part of an article and may be copied along with a part of one
_FEW = 3
_TEASER_LINES, _FEWEST_TEASERS = 4, 3
# what content systems call the element of the text; of several the outermost
_KNOWN = re.compile(
    r"trs_?-?u?editor|ucapcontent|founder-content|custom_unionstyle|pages_content|ucap-?content|rm_txt_con|wp_articlecontent|v_news_content"
    r"|(?:article|art|news|entry|post|detail|con|txt)[_-]?(?:content|body|text|txt|con)(?![a-z])"
    r"|(?:^|[\s_-])(?:zoom|content_txt|contenttext|vsb_content|nr_con|xl_con|bt_content|news_text)(?![a-z])"
)
# the article and nothing else: WeChat's, and the first post of a forum
_EXACT = re.compile(r"(?:^|\s)(?:js_content|img-content|postmessage_\d+)(?:\s|$)")


@dataclass(slots=True)
class MainPart:
    """The element of the article, and what its page says of every line. sums: of the weights of lines, from 0."""

    region: Region
    page: Page


def judge_lines(page: Page) -> None:
    """Say of every line what it is where that is no part of an article."""
    good = list(accumulate((max(_weight(line), 0) for line in page.lines), initial=0))
    bound = _OWN_SHARE * good[-1]
    out = {at for at, (region, _) in enumerate(page.flagged) if good[region.end] - good[region.start] <= bound}
    for line in page.lines:
        line.flags = tuple(flag for flag in line.flags if flag in out)
        line.loss = phrase_loss(line.squeezed) or (page.flagged[line.flags[0]][1] if line.flags else None)
    page.flagged = [one for at, one in enumerate(page.flagged) if at in out]
    _judge_groups(page, good)
    _judge_teasers(page)
    _judge_edges(page)
    _judge_behind_end(page)
    _judge_behind_footer(page, good)


def _judge_behind_end(page: Page) -> None:
    """Give short lines behind 完 or END, below an article's sentences, the kind of footers."""
    ends = [at for at, line in enumerate(page.lines) if is_end(line.squeezed)]
    if ends and any(map(is_sentence, page.lines[: ends[-1]])) and not any(map(is_sentence, page.lines[ends[-1] :])):
        for line in page.lines[ends[-1] :]:
            line.loss = line.loss or PageLoss.FOOTER


def _judge_behind_footer(page: Page, good: list[int]) -> None:
    """Give what little stands behind a line of copyright, below an article's sentences, the kind of other articles."""
    for at, line in enumerate(page.lines):
        if line.loss is PageLoss.FOOTER and not line.edge and good[-1] - good[at] < _BEHIND_SHARE * good[-1]:
            for one in page.lines[at:]:
                one.loss = one.loss or PageLoss.RELATED
            return


def _judge_teasers(page: Page) -> None:
    """Give the items of lists of other articles their kind: at least three alike, a link with a few words below it."""
    alike = defaultdict[tuple[object, str, str], list[Region]](list)
    for region in page.regions:
        lines = page.lines[region.start : region.end]
        if 1 < len(lines) <= _TEASER_LINES and any(map(is_link, lines[:2])) and not all(map(is_link, lines)):
            alike[(region.element.getparent(), region.element.tag, region.names)].append(region)
    for regions in alike.values():
        if len(regions) >= _FEWEST_TEASERS:
            for line in (line for one in regions for line in page.lines[one.start : one.end]):
                line.loss = line.loss or PageLoss.RELATED


def is_link(line: PageLine) -> bool:
    """Return whether a line is nothing but links."""
    return line.linked >= 0.9 * len(line.squeezed)


def cut_before(page: Page, place: int) -> None:
    """Give all lines before a place, where the article's title stands, the kind of what is no part of it."""
    for line in page.lines[:place]:
        line.loss = line.loss or PageLoss.MENU


def restore_inside(page: Page, region: Region) -> None:
    """Take the kinds of footers that lines have only by where they stand from those inside the article."""
    for line in page.lines[region.start : region.end]:
        if line.edge and line.loss is PageLoss.FOOTER:
            line.loss = None


def _judge_edges(page: Page) -> None:
    """Give lines a kind that they have only where no sentence of an article stands before or behind them."""
    # a title may be long and ask something
    places = [at for at, line in enumerate(page.lines) if is_sentence(line) and not line.look.rank]
    first, last = (places[0], places[-1]) if places else (len(page.lines), -1)
    for at, line in enumerate(page.lines):
        if not first < at < last and line.loss is None:
            line.loss = edge_loss(line.squeezed)
            line.edge = line.loss is not None


def _judge_groups(page: Page, good: list[int]) -> None:
    """Give the lines below a heading such as 相关链接 its kind, to the end of the element that holds them."""
    by_element = {region.element: region for region in page.regions}
    marked = 0
    for at, line in enumerate(page.lines):
        loss = group_loss(line.squeezed) if at >= marked else None
        if loss is None:
            continue
        end = _group_end(page, at, by_element)
        if good[end] - good[at] > _OWN_SHARE * good[-1]:
            end = at + 1
        for one in page.lines[at:end]:
            one.loss = one.loss or loss
        marked = end


def _group_end(page: Page, at: int, by_element: Mapping[etree._Element, Region]) -> int:
    """Return the end of the innermost element that holds a line and others below it."""
    place = page.lines[at].place
    region = page.regions[place - 1] if place else None
    element = region.element if region else None
    while element is not None:
        region = by_element.get(element)
        if region and region.end > at + 1:
            return region.end
        element = element.getparent()
    return at + 1


def main_part(page: Page, *, widest: bool) -> Region | None:
    """Return the element of the article, None for a page without text.

    widest: of elements alike the outermost, as for what a user has chosen and copied, else the innermost.
    """
    if not page.lines:
        return None
    exact = next((one for one in page.regions if _EXACT.search(one.names)), None)
    if exact:
        return exact
    found = _heaviest(page, short=0 if widest else -1, widest=widest)
    # a page of nothing but short lines
    return _with_siblings(page, found) if found else _heaviest(page, short=_LINE, widest=widest)


def _with_siblings(page: Page, found: Region) -> Region:
    """Return the element around a paragraph that has others beside it: a short text among menus and footers."""
    parent = found.element.getparent()
    outer = next((one for one in page.regions if one.element is parent), None)
    if outer is None or found.element.tag != "p" or found.end - found.start != 1:
        return found
    beside = (one for one in page.regions if one is not found and one.element.getparent() is parent)
    others = (page.lines[one.start] for one in beside if one.element.tag == "p" and one.end - one.start == 1)
    return outer if any(map(is_sentence, others)) else found


def _heaviest(page: Page, *, short: int, widest: bool) -> Region | None:
    """Return the element whose lines are worth most, None where none is worth anything. short: worth of short lines."""
    sums = list(accumulate((_worth(line, short=short) for line in page.lines), initial=0))
    best = max(page.regions, key=lambda one: (_sum(sums, one), _order(one, widest)))
    if _sum(sums, best) <= 0:
        return best if short > 0 else None
    known = max(
        (one for one in page.regions if _is_known(one.names)),
        key=lambda one: (_sum(sums, one), one.end - one.start),
        default=None,
    )
    if known is None or _holds(best, known) or _sum(sums, known) < _sum(sums, best) / 2:
        return best
    return known


def is_whole_page(page: Page) -> bool:
    """Return whether what was copied is more than an article: it has menus, a path or a footer with it."""
    return sum(line.loss is not None and not line.edge for line in page.lines) > _FEW


def is_sentence(line: PageLine) -> bool:
    """Return whether a line is text of an article: long, with marks, and no link."""
    return line.loss is None and _weight(line) > 0


def _order(region: Region, widest: bool) -> int:  # noqa: FBT001
    return region.end - region.start if widest else region.start - region.end


def _holds(outer: Region, inner: Region) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _sum(sums: list[int], region: Region) -> int:
    return sums[region.end] - sums[region.start]


def _worth(line: PageLine, *, short: int) -> int:
    if line.loss:
        return 2 * short if line.edge else _LEFT_OUT
    if _ATTACHED.search(line.squeezed):
        return _ATTACHMENT
    weight = _weight(line)
    return weight or (1 if line.cell else short)


def _weight(line: PageLine) -> int:
    """Return the length of a sentence, 0 for a short line, less for links."""
    length = len(line.squeezed)
    if line.linked > _LINKED_SHARE * length:
        return _LEFT_OUT // 2
    free = length - line.linked
    if free >= _LONG or (free >= _SHORTEST and _SENTENCE.search(line.text)):
        return min(free, _LONGEST)
    if free >= _SHORTEST_ENDED and line.text[-1] in "。！？；":
        return free
    return 0


@lru_cache(maxsize=1024)
def _is_known(names: str) -> bool:
    return bool(_KNOWN.search(names.lower()))


def loss_of_outside(line: PageLine) -> PageLoss:
    """Return what a line outside of the article is."""
    if line.loss is None and _ATTACHED.search(line.squeezed):
        return PageLoss.ATTACHMENTS
    return line.loss or (PageLoss.SENTENCES if _weight(line) > 0 else PageLoss.MENU)
