"""Small issues for the rules."""

import datetime as dt

from editor.desk.checking import check_issue
from editor.desk.printable_issue import PrintableIssue, no_house_words
from editor.model.article import Article, Title
from editor.model.body import Paragraph, text_of
from editor.model.issue import Issue, Section
from editor.model.number import Number
from editor.model.publication import Profile, Publication
from editor.model.uid import derived_uid

PUBLICATION = Publication(profile=Profile(masthead="云州观察"), uid=derived_uid("p"))
CLEAN = "2025年1月3日，云州市印发《云州市数据登记办法》（以下简称《办法》）。《办法》共九章，自2月1日起施行。"


def article(*texts, title="云州市印发《云州市数据登记办法》", **fields):
    fields = {"source": "云州市数据局", "link": "https://example.org/a?b=1"} | fields
    blocks = tuple(Paragraph(runs=text_of(text), uid=derived_uid(title, text)) for text in texts or (CLEAN,))
    return Article(title=Title(text=title), blocks=blocks, uid=derived_uid(title), **fields)


def issue(*articles, **fields):
    fields = {"number": Number(year=2025, number=3, total=30), "date": dt.date(2025, 1, 20)} | fields
    section = Section(name="要闻", articles=articles, uid=derived_uid("s"))
    return Issue(
        publication=PUBLICATION.uid, profile=PUBLICATION.profile, sections=(section,), uid=derived_uid("i"), **fields
    )


def opened(one, **fields):
    return PrintableIssue(issue=one, publication=PUBLICATION, pictures=fields.pop("pictures", {}), **fields)


def check(one, *, pictures=None, house_words=no_house_words, **others):
    return check_issue(opened(one, pictures=pictures or {}, house_words=house_words), **others)


def found(*articles, **others):
    """Return (rule, message) of every finding in an issue of these articles."""
    return [(one.rule, one.message) for one in check(issue(*articles), **others).findings]
