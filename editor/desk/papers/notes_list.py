"""批注清单: the notes of an issue on paper, page by page."""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import groupby

from editor.desk.papers.heading import heading_of, moment
from editor.desk.printable_issue import PrintableIssue
from editor.desk.reading.note_pages import note_sheet, page_name
from editor.document.papers import ListedNote, ListedReply, NoteGroup, NotesList
from editor.model.issue import Issue
from editor.model.note_edits import Noted, notes_of
from editor.model.notes import Note
from editor.model.page_facts import PageFacts

_OWN_PAGES = "本期"


def notes_list(issue: Issue, pages: Mapping[str, str], made: dt.datetime) -> NotesList:
    """Return the notes as a paper. pages: name of each note's page, by the note's uid; made: local time."""
    noted = notes_of(issue)
    done = sum(not one.note.open for one in noted)
    aside = f"共 {len(noted)} 条，已解决 {done} 条，未解决 {len(noted) - done} 条"
    return NotesList(
        heading=heading_of(issue, "批注清单", made, aside=aside),
        groups=tuple(_groups(issue, noted, pages)),
        empty="这一期没有批注。",
    )


def note_pages(issue: Issue, facts: PageFacts) -> dict[str, str]:
    """Return the name of each note's page, by the note's uid."""
    return {one.note.uid: page_name(one, facts, note_sheet(one, facts)) for one in notes_of(issue)}


def notes_pdf(printable: PrintableIssue, made: dt.datetime) -> bytes:
    """Set the issue, to know its pages, and return its notes as PDF. Raises UserError where it cannot be set."""
    from editor.desk.printing import print_files
    from editor.pages.papers import set_paper

    facts = print_files(
        printable.issue, pictures=printable.pictures, fonts=printable.fonts, edition=printable.edition, word=False
    ).facts
    pages = note_pages(printable.issue, facts) if facts else {}
    return set_paper(notes_list(printable.issue, pages, made))


def _groups(issue: Issue, noted: tuple[Noted, ...], pages: Mapping[str, str]) -> Iterator[NoteGroup]:
    titles = {article.uid: article.title.text for article in issue.articles()}
    numbered = enumerate(noted, 1)

    def place(pair: tuple[int, Noted]) -> tuple[str, str]:
        return pages.get(pair[1].note.uid, ""), pair[1].article

    for (page, article), pairs in groupby(numbered, key=place):
        notes = tuple(_listed(number, one.note) for number, one in pairs)
        yield NoteGroup(page=page, article=titles.get(article, _OWN_PAGES), notes=notes)


def _listed(number: int, note: Note) -> ListedNote:
    return ListedNote(
        number=number,
        words=note.anchor.words,
        gone=note.anchor.gone,
        text=note.text,
        author=note.author or "署名不详",
        when=moment(note.at),
        state=f"已解决：{note.resolved_by}，{moment(note.resolved_at)}" if note.resolved_at else "",
        replies=tuple(ListedReply(author=one.author, when=moment(one.at), text=one.text) for one in note.replies),
    )
