"""A small library of invented issues with manuscripts, for tests of statistics, 采用通报 and the annual index."""

import datetime as dt
from dataclasses import replace

from editor.desk.ports import Arrival
from editor.interchange.sample import sample_issue
from editor.model.article import Article, ArticleArchive, Title
from editor.model.body import Paragraph, Run
from editor.model.issue import Section
from editor.model.number import Number
from editor.model.origin import Receipt, ReceiptState
from editor.model.uid import new_uid


def article(  # noqa: PLR0913
    title, source="", *, text="云州市出清单。", unit="", tags=(), editor="", received=None
):
    """Return an article; unit: who sent it, empty for nobody."""
    receipt = None
    if unit:
        receipt = Receipt(received=received or dt.date(2026, 1, 2), unit=unit, state=ReceiptState.KEPT)
    archive = ArticleArchive(tags=tuple(tags), editor=editor, receipt=receipt)
    blocks = (Paragraph(runs=(Run(text=text),)),)
    return Article(title=Title(text=title), source=source, blocks=blocks, archive=archive)


def issue_of(number, date, sections, **more):
    """Return an issue of the sample's publication. sections: names and articles."""
    base, _, _ = sample_issue()
    made = tuple(Section(name=name, articles=tuple(articles)) for name, articles in sections.items())
    numbered = Number(year=date.year, number=number, total=260 + number)
    return replace(base, uid=new_uid(), date=date, number=numbered, sections=made, cover_articles=None, **more)


def publication():
    """Return the sample's publication."""
    return sample_issue()[1]


def fill(library, *issues):
    """Put issues into a library."""
    for one in issues:
        library.take_in(Arrival(issue=one, publication=publication()))


def two_issues():
    """Return two issues, of January and of April."""
    return (
        issue_of(
            1,
            dt.date(2026, 1, 12),
            {
                "政策要论": [article("云州市开展登记", "云州日报", unit="云州市数据局", tags=["登记"], editor="李青")],
                "地方实践": [
                    article("贵州省数据进村", "黔中观察", unit="望海县委", tags=["登记", "乡村"], editor="周远"),
                    article("杭州市会客厅", "云州日报", text="三句话。两句话。", unit="望海县委", editor="李青"),
                ],
            },
        ),
        issue_of(2, dt.date(2026, 4, 6), {"政策要论": [article("=1+1 的读法", "云州日报", editor="李青")]}),
    )
