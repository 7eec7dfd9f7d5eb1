"""Hypothesis strategies for valid values of the model."""

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from editor.model.article import Article, ArticleArchive, Contribution, Title, Tracking, Wording
from editor.model.article_steps import Gate, Steps
from editor.model.body import (
    ANCHOR,
    CellSpan,
    ChartKind,
    ColumnAlignment,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Quote,
    Run,
    Script,
    Table,
)
from editor.model.credits import Credit, Filling, Name, NameKind
from editor.model.front import Front
from editor.model.issue import Issue, IssueArchive, Section
from editor.model.issue_state import IssueState
from editor.model.notes import Anchor, Note, NoteField, Reply
from editor.model.number import Number
from editor.model.origin import Guess, ManuscriptField, Origin, Receipt, ReceiptState
from editor.model.picture import Picture, VectorPicture
from editor.model.publication import (
    Contact,
    ContactKind,
    Look,
    NumberingRule,
    PageStart,
    Profile,
    Publication,
    Publisher,
    SectionRule,
)
from editor.model.registers import Person, Registers, Tag, Term
from editor.model.review import Signoff
from editor.model.table_edits import merge_cells, with_header_rows
from editor.model.waiver import Waiver

PLAIN = "数据要素市场化配置改革《办法》“”，。；：！？（）——……·①Ⅱ℃𠮷😀 AaZ09.%&<>\"'\\#$@*_`~"
# a plane's last two are no characters
NONE = "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
ANY = st.characters(min_codepoint=0x20, exclude_categories=("Cs", "Cc"), exclude_characters=NONE)
CHARACTERS = st.sampled_from(PLAIN) | ANY
# a choice between two alphabets, not one of their characters each: a whole text is then drawn at once
texts = st.text(PLAIN, max_size=12) | st.text(ANY, max_size=12)
uids = st.uuids().map(lambda value: value.hex)
looks_of_runs = {
    "bold": st.booleans(),
    "italic": st.booleans(),
    "script": st.sampled_from(Script),
    "link": st.sampled_from(("", "https://example.org/a?b=1&c=《》")),
}
footnotes = st.builds(Run, text=st.just(ANCHOR), footnote=texts, **looks_of_runs)
runs = st.lists(st.builds(Run, text=texts, **looks_of_runs) | footnotes, max_size=3).map(tuple)
dates = st.dates(dt.date(1980, 1, 1), dt.date(2080, 1, 1))
days = st.lists(dates, max_size=2).map(tuple)
instants = st.integers(0, 2**31).map(lambda second: dt.datetime.fromtimestamp(second, dt.UTC))
starts = st.sampled_from((PageStart.PAGE, PageStart.RUN_ON))
anchors = st.builds(
    lambda start, length, **rest: Anchor(start=start, end=start + length, **rest),
    start=st.integers(0, 9),
    length=st.integers(0, 9),
    field=st.sampled_from(NoteField),
    block=st.just("") | uids,
    words=texts,
    gone=st.booleans(),
)


@st.composite
def notes(draw):
    resolved = draw(st.booleans())
    return Note(
        author=draw(texts),
        at=draw(instants),
        text=draw(texts),
        anchor=draw(anchors),
        replies=tuple(draw(st.lists(st.builds(Reply, author=texts, at=instants, text=texts), max_size=2))),
        resolved_by=draw(texts.filter(bool)) if resolved else "",
        resolved_at=draw(instants) if resolved else None,
        uid=draw(uids),
    )


few_notes = st.lists(notes(), max_size=2).map(tuple)


@st.composite
def pictures(draw):
    sha256 = draw(st.integers(0, 2**256 - 1).map(lambda value: f"{value:064x}"))
    side = st.integers(1, 5000)
    kind = draw(st.sampled_from(("image/png", "image/jpeg")))
    return Picture(sha256=sha256, media_type=kind, width=draw(side), height=draw(side))


vectors = st.builds(
    VectorPicture,
    sha256=st.integers(0, 2**256 - 1).map(lambda value: f"{value:064x}"),
    media_type=st.sampled_from(("image/emf", "image/wmf")),
)
charts = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(texts, min_size=width, max_size=width).map(tuple), max_size=3).map(tuple)
)


@st.composite
def tables(draw):
    columns = draw(st.integers(1, 3))
    row = st.lists(runs, min_size=columns, max_size=columns).map(tuple)
    rows = draw(st.lists(row, max_size=3).map(tuple))
    plain = Table(head=draw(row), rows=rows, caption=draw(texts), note=draw(texts), uid=draw(uids))
    return draw(spanned(plain)) if draw(st.booleans()) else plain


@st.composite
def spanned(draw, table):
    """A table with what tables did not always have: other heads, alignments and cells made one."""
    height, width = len(table.rows) + 1, len(table.head)
    aligned = st.lists(st.sampled_from(ColumnAlignment), min_size=width, max_size=width).map(tuple)
    made = replace(with_header_rows(table, draw(st.integers(0, height))), alignments=draw(st.just(()) | aligned))
    row, column = draw(st.integers(0, height - 1)), draw(st.integers(0, width - 1))
    rows, columns = draw(st.integers(1, height - row)), draw(st.integers(1, width - column))
    return merge_cells(made, CellSpan(row=row, column=column, rows=rows, columns=columns)) or made


def blocks():
    return st.one_of(
        st.builds(Paragraph, runs=runs, uid=uids),
        st.builds(Heading, level=st.integers(1, 3), runs=runs, uid=uids),
        st.builds(Quote, runs=runs, uid=uids),
        st.builds(ItemList, ordered=st.booleans(), items=st.lists(runs, max_size=3).map(tuple), uid=uids),
        st.builds(
            Figure,
            picture=st.none() | pictures(),
            caption=texts,
            source=texts,
            alt=texts,
            width=st.integers(50, 1000),
            original=st.none() | vectors,
            chart=st.just(()) | charts,
            chart_kind=st.sampled_from(ChartKind),
            uid=uids,
        ),
        tables(),
    )


@st.composite
def titles(draw):
    text = draw(texts)
    places = st.sets(st.integers(1, len(text) - 1), max_size=2) if len(text) > 1 else st.just(set())
    return Title(text=text, breaks=tuple(sorted(draw(places))))


def trackings():
    wordings = st.builds(
        Wording,
        title=titles(),
        contents_title=texts,
        subtitle=texts,
        blocks=st.lists(blocks(), max_size=2, unique_by=lambda block: block.uid).map(tuple),
        source=texts,
        link=texts,
        link_caption=texts,
        page_start=st.sampled_from(PageStart),
    )
    hands = st.lists(st.builds(Contribution, author=texts, at=instants, before=wordings), max_size=1).map(tuple)
    return st.builds(Tracking, base=st.none() | wordings, hands=hands)


def origins():
    digests = st.text("0123456789abcdef", min_size=64, max_size=64)
    return st.builds(Origin, sha256=digests, name=texts, at=instants, address=texts)


def receipts():
    state = st.sampled_from(ReceiptState)
    return st.builds(Receipt, received=dates, unit=texts, sender=texts, state=state, reason=texts, section=texts)


def articles():
    archive = st.builds(
        ArticleArchive,
        published=st.none() | dates,
        tags=st.lists(texts, max_size=2).map(tuple),
        editor=texts,
        notes=few_notes,
        state=texts,
        proofreader=texts,
        signoffs=st.lists(
            st.builds(Signoff, step=texts, name=texts, at=instants, proofreader=texts, word=texts), max_size=2
        ).map(tuple),
        tracking=st.none() | trackings(),
        origin=st.none() | origins(),
        guesses=st.lists(st.builds(Guess, field=st.sampled_from(ManuscriptField), text=texts), max_size=2).map(tuple),
        receipt=st.none() | receipts(),
    )
    return st.builds(
        Article,
        title=titles(),
        contents_title=texts,
        subtitle=texts,
        blocks=st.lists(blocks(), max_size=4, unique_by=lambda block: block.uid).map(tuple),
        source=texts,
        link=texts,
        link_caption=texts,
        page_start=st.sampled_from(PageStart),
        tight=st.booleans(),
        archive=archive,
        uid=uids,
    )


def profiles():
    return st.builds(
        Profile,
        masthead=texts,
        masthead_picture=st.none() | pictures(),
        slogan=texts,
        notice=texts,
        publishers=st.lists(
            st.builds(
                Publisher,
                name=texts,
                logo=st.none() | pictures(),
                dark_logo=st.none() | pictures(),
                paragraphs=st.lists(texts, max_size=2).map(tuple),
                uid=uids,
            ),
            max_size=2,
        ).map(tuple),
    )


names = st.lists(st.builds(Name, text=texts, person=st.just("") | uids), max_size=3).map(tuple)
credit_rows = st.lists(
    st.builds(
        Credit,
        role=texts,
        kind=st.sampled_from(NameKind),
        names=names,
        filling=st.sampled_from(Filling),
        rota=names,
        uid=uids,
    ),
    max_size=3,
).map(tuple)
contact_rows = st.lists(
    st.builds(Contact, label=texts, value=texts, kind=st.sampled_from(ContactKind), caption=texts, uid=uids),
    max_size=2,
).map(tuple)


def fronts():
    """What an issue prints about itself, without its articles: a tenth of what a whole issue takes to be made."""
    return st.builds(Front, profile=profiles(), credits=credit_rows, contacts=contact_rows)


looks = st.dictionaries(texts, st.integers(-(2**53), 2**53) | texts | st.booleans(), max_size=3).map(
    lambda settings: Look(name="house", settings=tuple(sorted(settings.items())))
)

waivers = st.builds(
    Waiver,
    rule=texts,
    key=st.integers(0, 2**256 - 1).map(lambda value: f"{value:064x}"),
    reason=texts,
    name=texts,
    at=instants,
)
step_names = st.lists(texts, max_size=3).map(tuple)
steps = st.builds(Steps, review=step_names, proof=step_names, skipping=st.booleans(), gate=st.sampled_from(Gate))
issue_archives = st.builds(
    IssueArchive,
    steps=steps,
    state=st.sampled_from(IssueState),
    notes=few_notes,
    waivers=st.lists(waivers, max_size=2).map(tuple),
)


def publications():
    return st.builds(
        Publication,
        profile=profiles(),
        sections=st.lists(st.builds(SectionRule, name=texts, page_start=starts, uid=uids), max_size=3).map(tuple),
        credits=credit_rows,
        contacts=contact_rows,
        numbering=st.builds(NumberingRule, weekday=st.integers(1, 7), skipped=days, extra=days, combined=days),
        look=looks,
        file_name=texts,
        review_steps=step_names,
        proof_steps=step_names,
        skipping=st.booleans(),
        gate=st.sampled_from(Gate),
        waiting=st.none() | st.builds(Publication, profile=profiles(), look=looks).map(lambda one: one.defaults),
        approvers=st.lists(texts, max_size=2).map(tuple),
        second_pair=st.booleans(),
        uid=uids,
    )


@st.composite
def issues(draw, publication=None):
    sections = st.lists(
        st.builds(
            Section, name=texts, page_start=starts, articles=st.lists(articles(), max_size=2).map(tuple), uid=uids
        ),
        max_size=2,
    ).map(tuple)
    date = draw(dates)
    return Issue(
        publication=publication or draw(uids),
        number=Number(year=date.year, number=draw(st.integers(1, 60)), total=draw(st.none() | st.integers(1, 5000))),
        date=date,
        profile=draw(profiles()),
        headline=draw(titles()),
        cover_picture=draw(st.none() | pictures()),
        cover_articles=draw(st.none() | st.lists(uids, max_size=3).map(tuple)),
        credits=draw(credit_rows),
        contacts=draw(contact_rows),
        sections=draw(sections),
        look=draw(looks),
        archive=draw(issue_archives),
        uid=draw(uids),
    )


@st.composite
def _registers(draw):
    names = st.lists(texts.map(lambda text: text.strip() or "名"), max_size=2).map(tuple)
    people = draw(
        st.lists(
            st.builds(
                Person,
                name=texts,
                kind=st.sampled_from(NameKind),
                aliases=names,
                remark=texts,
                rank=st.integers(0, 99),
                retired=st.booleans(),
                former=st.lists(uids, max_size=2).map(tuple),
                uid=uids,
            ),
            max_size=3,
            unique_by=lambda one: one.uid,
        )
    )
    tags: list[Tag] = []
    for number in range(draw(st.integers(0, 5))):
        parent = draw(st.sampled_from(("", *(one.uid for one in tags))))
        tags.append(Tag(name=f"标签{number}", parent=parent, uid=draw(uids)))
    terms = st.lists(
        st.builds(Term, name=texts, aliases=names, hosts=st.sampled_from(((), ("example.cn",))), uid=uids),
        max_size=2,
        unique_by=lambda one: one.uid,
    ).map(tuple)
    return Registers(
        people=tuple(people), tags=tuple(tags), bodies=draw(terms), sources=draw(terms), documents=draw(terms)
    )


registers = _registers()
