"""Applies fixes to an issue. Edits of text that has changed since are not applied."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from editor.checks.finding import EditKind, Finding, FindingField, TextEdit
from editor.desk.checking.block_edits import edited_block
from editor.desk.checking.run_edits import Splice, spliced
from editor.model.article import Article, Title
from editor.model.block_kinds import as_figure
from editor.model.block_texts import printed_text
from editor.model.body import Block
from editor.model.issue import Issue

_Edits = Sequence[TextEdit]


def apply_fixes(issue: Issue, findings: Iterable[Finding]) -> Issue:
    """Return the issue with the findings fixed; of overlapping edits only the first is applied.

    Articles without edits stay the same objects.
    """
    wanted: dict[str, list[TextEdit]] = defaultdict(list)
    for finding in findings:
        for edit in finding.fix.edits if finding.fix else ():
            wanted[edit.place.where].append(edit)
    sections = tuple(
        replace(section, articles=tuple(_article(one, wanted.get(one.uid, ())) for one in section.articles))
        for section in issue.sections
    )
    return replace(issue, sections=sections) if wanted else issue


def _article(article: Article, edits: _Edits) -> Article:
    if not edits:
        return article
    blocks = tuple(
        edited_block(_described(block, edits), _splices(_of_text(edits, block)))
        for block in article.blocks
        if not _is_dropped(block, edits)
    )
    own = [edit for edit in edits if not edit.place.block]
    changed = replace(
        article,
        title=_title(article.title, own),
        contents_title=_text(article.contents_title, own, FindingField.CONTENTS_TITLE),
        subtitle=_text(article.subtitle, own, FindingField.SUBTITLE),
        source=_text(article.source, own, FindingField.SOURCE),
        link=_text(article.link, own, FindingField.LINK),
        blocks=blocks,
    )
    return article if changed == article else changed


def _of_text(edits: _Edits, block: Block) -> list[TextEdit]:
    return [edit for edit in edits if edit.place.block == block.uid and edit.kind is EditKind.TEXT]


def _is_dropped(block: Block, edits: _Edits) -> bool:
    """Return whether an edit takes a block out that still says what it said."""
    return any(
        edit.kind is EditKind.DROP and edit.place.block == block.uid and printed_text(block).strip() == edit.was.strip()
        for edit in edits
    )


def _described(block: Block, edits: _Edits) -> Block:
    """Return a figure with the description that an edit gives it, other blocks as they are."""
    figure = as_figure(block)
    for edit in edits if figure else ():
        if figure and edit.kind is EditKind.ALT and edit.place.block == block.uid and figure.alt == edit.was:
            return replace(figure, alt=edit.text)
    return block


def _text(text: str, edits: _Edits, field: FindingField) -> str:
    return spliced(text, _splices([edit for edit in edits if edit.place.field is field]))


def _title(title: Title, edits: _Edits) -> Title:
    """Move the line breaks with the characters before them."""
    splices = _splices([edit for edit in edits if edit.place.field is FindingField.TITLE])
    text = spliced(title.text, splices)
    moved = (len(spliced(title.text[:at], [one for one in splices if one.end <= at])) for at in title.breaks)
    return Title(text=text, breaks=tuple(sorted({at for at in moved if 0 < at < len(text)})))


def _splices(edits: _Edits) -> list[Splice]:
    """Return the edits of one text in order, without overlapping ones."""
    kept: list[Splice] = []
    for edit in sorted(edits, key=_span):
        start, end = _span(edit)
        if not kept or (start >= kept[-1].end and (start, end) != (kept[-1].start, kept[-1].end)):
            kept.append(Splice(start=start, end=end, was=edit.was, text=edit.text, bold=edit.bold))
    return kept


def _span(edit: TextEdit) -> tuple[int, int]:
    return edit.place.span or (0, len(edit.was))
