"""Source, address and day of an article on a page, by belief: declared before said, said before guessed."""

import datetime as dt
import re

from editor.intake.manuscript import ManuscriptField
from editor.intake.web.days import address_date, any_date
from editor.intake.web.endings import Endings
from editor.intake.web.leftovers import PageLoss
from editor.intake.web.papers import paper_day
from editor.intake.web.titles import site_name
from editor.intake.web.work import ArticleOnPage
from editor.intake.web.written import is_gathering, is_medium, is_own_site, read_credit

_DIGITAL = re.compile(
    r"(?:多媒体)?(?:数字报|电子报|数字版|电子版|数字报刊平台|数字报刊)$"
    r"|(?:手机|移动|触屏|手机网|电脑|打印)版$|(?:手机|移动|新闻)?客户端$|(?i:app)$"
)
# of the text rather than of one body
_MIXED = re.compile("综合|整理|根据|部分")


def source_of(work: ArticleOnPage, written: Endings, title: str) -> str:
    """Return the source: declared, on the lines around the title, below the text, of the table, else a guess."""
    site = _site(work, title)
    near = work.declared.source or work.credits.source
    if written.source and (_is_by_site(near, site) or _is_taken_over(work, written)):
        # 来源：本网综合 above the text, （来源：某报） below it
        near = written.source
    said = near or written.source or work.facts.texts.get("source", "")
    if said and not is_own_site(said):
        return said
    author = work.declared.texts.get("author", "")
    guess = work.credits.guess or (author if is_medium(author) else "")
    guess = guess or work.writer or ("" if is_gathering(site) else _account(work))
    if guess and not said:
        work.guessed.add(ManuscriptField.SOURCE)
        return guess
    if is_gathering(site):
        return said
    if site:
        work.guessed.add(ManuscriptField.SOURCE)
    return site or said


def _site(work: ArticleOnPage, title: str) -> str:
    """Return the site's name, that of the paper for its pages on the web."""
    site = work.declared.site or (site_name(work.words, title) if not work.source.copied else "")
    return _DIGITAL.sub("", site) or site


def _is_by_site(source: str, site: str) -> bool:
    return bool(site) and source.removeprefix(site) in ("", "综合", "整理", "讯", "综合整理", "综合报道")


def _is_taken_over(work: ArticleOnPage, written: Endings) -> bool:
    """Return whether an account only sent what another wrote, whom it names below the text."""
    return work.declared.by_account and not (is_own_site(written.source) or _MIXED.search(written.source))


def _account(work: ArticleOnPage) -> str:
    """Return the account of a platform that stands on a line of source and date, empty for none."""
    for line in work.page.lines:
        if work.declared.accounts and line.loss is PageLoss.CREDIT:
            shown = next((name for name in line.facts.split("\u2003") if name in work.declared.accounts), "")
            if shown:
                return shown
    return ""


def link_of(work: ArticleOnPage, written: Endings) -> str:
    """Return the page's address, or the one below the text."""
    address = work.source.address or work.declared.saved_from
    return work.declared.link(address) or address or written.link


def published_of(work: ArticleOnPage, written: Endings) -> dt.date | None:
    """Return the day of publication: declared, of the table, on the lines around the title, below it, else a guess."""
    texts = work.facts.texts
    declared = work.declared.published or _fact_date(texts.get("published", ""))
    if declared:
        return declared
    if work.credits.date:
        if not work.credits.labelled:
            work.guessed.add(ManuscriptField.PUBLISHED)
        return work.credits.date
    if written.published:
        return written.published
    guess = (
        any_date(work.declared.texts.get("time", ""))
        or _fact_date(texts.get("written", ""))
        or address_date(link_of(work, Endings()))
        or paper_day(work.page.lines)
    )
    if guess:
        work.guessed.add(ManuscriptField.PUBLISHED)
    return guess


def _fact_date(text: str) -> dt.date | None:
    return read_credit(f"日期：{text}").date if text else None
