"""The article of a page that was taken apart: its fields by belief, its blocks without what is no part of it."""

from collections.abc import Collection
from dataclasses import replace

from lxml import etree

from editor.intake.manuscript import IncomingPicture, Manuscript, ManuscriptField
from editor.intake.plain_text import blocks_from_text
from editor.intake.web.accounts import account_below
from editor.intake.web.blocks import PageBlocks, is_plain_line, kept_blocks, read_blocks, with_typed_headings
from editor.intake.web.credits import read_credits
from editor.intake.web.endings import Endings, lifted
from editor.intake.web.facts import policy_facts
from editor.intake.web.fields import link_of, published_of, source_of
from editor.intake.web.leftovers import PageLoss, page_furniture, page_sentences
from editor.intake.web.lines import PageLine, Region
from editor.intake.web.main_part import (
    cut_before,
    is_link,
    is_sentence,
    is_whole_page,
    judge_lines,
    loss_of_outside,
    main_part,
    restore_inside,
)
from editor.intake.web.titles import (
    DOCUMENT_NUMBER,
    RED_HEAD,
    FoundTitle,
    document_title,
    fold,
    heading_place,
    is_credit,
    is_site,
    likely_title,
    shown_title,
    without_category,
)
from editor.intake.web.work import ArticleOnPage
from editor.model.article import Article, ArticleArchive, Title, title_of
from editor.model.block_kinds import figures_in
from editor.model.block_texts import block_texts
from editor.model.body import Block, Paragraph, text_of
from editor.model.language import tr


def manuscript_of(work: ArticleOnPage) -> Manuscript | None:
    """Return the article of a page, None where it has no text at all."""
    page = work.page
    judge_lines(page)
    work.facts = policy_facts(page.lines)
    for place in work.facts.places:
        page.lines[place].loss = page.lines[place].loss or PageLoss.FACTS
    known = (work.title, document_title(work.title or work.words), work.words)
    cut_before(page, heading_place(page.lines, known))
    region = main_part(page, widest=work.source.copied and not is_whole_page(page))
    if region is None:
        return _from_script(work) or _of_pictures(work)
    restore_inside(page, region)
    read = _read(work, region)
    title = _title(work, region)
    until = _first_sentence(page.lines, region)
    work.credits = read_credits(page.lines, title, region, until, work.facts.places)
    work.writer = account_below(page.lines, title, until, work.declared.accounts)
    blocks = _article_blocks(work, region, read, title)
    blocks, written = lifted(blocks)
    return _made(work, title, blocks, read, written)


def _read(work: ArticleOnPage, region: Region) -> PageBlocks:
    skipped = [one.element for one, _ in work.page.flagged]
    return read_blocks(region.element, skipped, work.source.pictures)


def _title(work: ArticleOnPage, region: Region) -> FoundTitle:
    """Return the title: the declared one as it is shown, else the lines that look most like one."""
    lines, until = work.page.lines, _first_sentence(work.page.lines, region)
    for known in (work.title, work.facts.texts.get("title", "")):
        for wanted in dict.fromkeys((known, document_title(known))) if known else ():
            shown = shown_title(wanted, lines, until + 1)
            if shown:
                return shown
    likely = likely_title(lines, until, work.words, copied=work.source.copied)
    if likely.lines:
        likely = replace(likely, lines=(without_category(likely.lines[0], work.words), *likely.lines[1:]))
    known = work.title or work.facts.texts.get("title", "")
    if known and not _is_whole(known, likely) and not (likely.lines and is_site(known)):
        return FoundTitle(lines=(document_title(known),), end=until, guessed=False)
    if likely.lines:
        return replace(likely, guessed=fold("".join(likely.lines)) not in fold(work.words))
    return FoundTitle(lines=(document_title(work.words),)) if work.words and not work.source.copied else likely


def _is_whole(known: str, likely: FoundTitle) -> bool:
    """Return whether a declared title is the beginning of the one that is shown, or that one with the site's name."""
    shown = fold("".join(likely.lines))
    bare = fold(known).rstrip(".…")
    return bool(shown) and (shown.startswith(bare) or bare.startswith(shown))


def _first_sentence(lines: list[PageLine], region: Region) -> int:
    """Return the place of the article's first sentence, its end where there is none."""
    for at in range(region.start, region.end):
        if is_sentence(lines[at]) and not lines[at].look.rank and not is_credit(lines[at]) and _ends(lines[at]):
            return at
    return region.end


def _ends(line: PageLine) -> bool:
    return line.text[-1] in "。！？；：…”）)!?.;:" or len(line.squeezed) > 60


def _article_blocks(work: ArticleOnPage, region: Region, read: PageBlocks, title: FoundTitle) -> list[Block]:
    """Return the article's blocks; count what is left out inside and outside of its element."""
    lines = work.page.lines
    for line in lines[region.start : min(title.places, default=region.start)]:
        line.loss = line.loss or (PageLoss.LETTERHEAD if RED_HEAD.search(line.squeezed) else None)
        line.loss = line.loss or (PageLoss.MENU if is_link(line) else None)
    losses = {fold(line.text): line.loss for line in lines[region.start : region.end] if line.loss}
    shown = {fold(lines[at].text) for at in title.places} | {fold("".join(title.lines)), fold(work.writer)}
    blocks = _without_title(read.blocks, shown, losses)
    blocks = kept_blocks(blocks, losses, work.account)
    numbers = [lines[at] for at in range(title.end, region.start) if _is_number(lines[at])] if title.places else []
    blocks = [*(Paragraph(runs=text_of(line.text)) for line in numbers), *blocks]
    _count_outside(work, region, title, numbers)
    return with_typed_headings(blocks)


def _without_title(blocks: list[Block], shown: set[str], losses: dict[str, PageLoss]) -> list[Block]:
    """Return the blocks without the lines of the title, which stand before the first other text."""
    made: list[Block] = []
    for at, block in enumerate(blocks):
        text = fold("".join(block_texts(block)))
        if is_plain_line(block) and text and text in shown:
            continue
        made.append(block)
        if text and text not in losses and len(text) > 60:
            return [*made, *blocks[at + 1 :]]
    return made


def _is_number(line: PageLine) -> bool:
    """Return whether a line above the article's element is the document's number, which belongs to it."""
    return line.loss is None and DOCUMENT_NUMBER.fullmatch(line.squeezed) is not None


def _count_outside(work: ArticleOnPage, region: Region, title: FoundTitle, kept: Collection[PageLine]) -> None:
    for at, line in enumerate(work.page.lines):
        inside = region.start <= at < region.end
        if at in title.places or line in kept or (inside and not _is_flagged(line)):
            continue
        work.account[line.loss or loss_of_outside(line)] += 1


def _is_flagged(line: PageLine) -> bool:
    return line.loss is not None and bool(line.flags)


def _made(
    work: ArticleOnPage, title: FoundTitle, blocks: list[Block], read: PageBlocks, written: Endings
) -> Manuscript:
    if title.guessed and title.lines:
        work.guessed.add(ManuscriptField.TITLE)
    article = Article(
        title=title_of(*title.lines) if title.lines else Title(text=""),
        subtitle=written.subtitle,
        blocks=tuple(blocks),
        source=source_of(work, written, "".join(title.lines)),
        link=link_of(work, written),
        archive=ArticleArchive(published=published_of(work, written)),
    )
    figures = {figure.uid for figure in figures_in(blocks)}
    pictures = tuple(one for one in read.pictures if one.figure in figures)
    messages = (*page_sentences(work.account), *_without_pictures(read, pictures), *_unused(article, written))
    return Manuscript(
        article=article,
        pictures=pictures,
        guessed=frozenset(work.guessed),
        messages=messages,
        furniture=page_furniture(work.account),
    )


def _unused(article: Article, written: Endings) -> tuple[str, ...]:
    """Return what to say of a source and an address below the text that are not the article's."""
    source = written.source and written.source != article.source
    link = written.link and written.link != article.link
    said = [tr("文末的来源“{source}”没有带入，来源按网页写的填。", source=written.source)] if source else []
    return (*said, *([tr("文末的网址“{link}”没有带入，链接按网页的填。", link=written.link)] if link else []))


def _without_pictures(read: PageBlocks, pictures: tuple[IncomingPicture, ...]) -> tuple[str, ...]:
    """Return what reading said, with the count of missing pictures as it is after scan-me pictures are gone."""
    missing = sum(not one.data for one in pictures)
    before = tr("{n} 张图片没有随文字一起来，版面上留了位置，请补上。", n=sum(not one.data for one in read.pictures))
    said = [one for one in read.messages if one != before]
    return (tr("{n} 张图片没有随文字一起来，版面上留了位置，请补上。", n=missing), *said) if missing else tuple(said)


def _of_pictures(work: ArticleOnPage) -> Manuscript | None:
    """Return the article of a page without text that has pictures, as when a picture is copied; None without any."""
    read = read_blocks(work.root, (), work.source.pictures)
    return _made(work, FoundTitle(), read.blocks, read, Endings()) if read.blocks else None


def _from_script(work: ArticleOnPage) -> Manuscript | None:
    """Return the article of a page whose text is only in its script's JSON-LD."""
    body = work.declared.texts.get("body", "")
    if not body:
        return None
    title = FoundTitle(lines=(work.title or document_title(work.words),), guessed=not work.title)
    blocks = list(blocks_from_text(body))
    empty = read_blocks(etree.Element("div"), (), work.source.pictures)
    return _made(work, title, blocks, empty, Endings())
