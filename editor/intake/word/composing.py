"""Lines, figures and tables in order as the parts of an article."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from editor.intake.manuscript import ManuscriptField
from editor.intake.word.blocks import blocks_of
from editor.intake.word.captions import with_captions
from editor.intake.word.facts import Facts, take_facts
from editor.intake.word.further import further_titles
from editor.intake.word.headline import Headline, take_headline, take_letterhead
from editor.intake.word.lines import Item, Line, body_size
from editor.intake.word.losses import Account, Loss
from editor.intake.word.mending import mended
from editor.model.article import Article, ArticleArchive, Title, Wording
from editor.model.block_kinds import is_text
from editor.model.body import Block, Paragraph, Text
from editor.model.runs import normal
from editor.model.uid import new_uid


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The parts of an article. In its texts the marks of comments may stand."""

    title: Title
    subtitle: str
    blocks: tuple[Block, ...]
    source: str
    link: str
    link_caption: str
    published: dt.date | None
    guessed: frozenset[ManuscriptField]

    def article(self) -> Article:
        """Return the article."""
        return Article(
            title=self.title,
            subtitle=self.subtitle,
            blocks=self.blocks,
            source=self.source,
            link=self.link,
            link_caption=self.link_caption,
            archive=ArticleArchive(published=self.published),
        )

    def wording(self) -> Wording:
        """Return what it prints."""
        return Wording(
            title=self.title,
            subtitle=self.subtitle,
            blocks=self.blocks,
            source=self.source,
            link=self.link,
            link_caption=self.link_caption,
        )


def composed(items: list[Item], account: Account, saved: dt.date | None = None) -> Draft:
    """Return the article that items make. saved: when the file was, which tells the year of a date without one."""
    whole = mended(_without_contents(items, account), account)
    size = body_size(whole)
    headline, rest = take_headline(whole)
    captioned, notes = with_captions(rest)
    account.note(Loss.FURTHER, further_titles(rest, size))
    facts = take_facts(captioned, saved)
    account.note(Loss.YEARS, facts.year_told)
    account.note(Loss.LEFTOVERS, facts.leftovers)
    if not facts.source:
        facts.source, facts.items = take_letterhead(facts.items)
        account.note(Loss.LETTERHEADS, int(bool(facts.source)))
    blocks = blocks_of(facts.items, above=headline.level, size=size, account=account)
    loose = (*headline.notes, *notes)
    account.note(Loss.MOVED_NOTES, len(loose))
    return Draft(
        title=headline.title,
        subtitle=headline.subtitle,
        blocks=tuple(_with_own_uids(_with_notes(blocks, loose))),
        source=facts.source,
        link=facts.link,
        link_caption=facts.link_caption,
        published=facts.published,
        guessed=_guessed(headline, facts),
    )


_CONTENTS = re.compile(r"目\s*录")


def _without_contents(items: list[Item], account: Account) -> list[Item]:
    """Return the items without the heading of a table of contents that was left out."""
    if not account.counted[Loss.CONTENTS]:
        return items
    made = [item for item in items if not (isinstance(item, Line) and _CONTENTS.fullmatch(item.text.strip()))]
    account.note(Loss.CONTENTS, len(items) - len(made))
    return made


def _with_own_uids(blocks: list[Block]) -> Iterator[Block]:
    """Yield blocks with an identity each: a hostile file may show one thing twice."""
    seen: set[str] = set()
    for block in blocks:
        yield replace(block, uid=new_uid()) if block.uid in seen else block
        seen.add(block.uid)


def _with_notes(blocks: list[Block], notes: Text) -> list[Block]:
    """Return blocks with footnotes that had no place at the end of the first text."""
    if not notes:
        return blocks
    for at, block in enumerate(blocks):
        if is_text(block):
            return [*blocks[:at], replace(block, runs=normal((*block.runs, *notes))), *blocks[at + 1 :]]
    return [*blocks, Paragraph(runs=notes)]


def _guessed(headline: Headline, facts: Facts) -> frozenset[ManuscriptField]:
    found = (
        (ManuscriptField.TITLE, bool(headline.title.text) and not headline.declared),
        (ManuscriptField.SUBTITLE, bool(headline.subtitle) and not headline.declared),
        (ManuscriptField.SOURCE, bool(facts.source)),
        (ManuscriptField.LINK, bool(facts.link)),
        (ManuscriptField.PUBLISHED, facts.published is not None),
    )
    return frozenset(field for field, guessed in found if guessed)
