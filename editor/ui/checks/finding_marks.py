"""Where findings lie in the text under edit, and which of them the caret is in."""

from collections.abc import Iterable

from editor.checks.finding import Finding, FindingField, FindingLocation
from editor.ui.commands.context import WindowContext
from editor.ui.kit.tints import MarkKind, TextMark


def places_of(finding: Finding) -> tuple[FindingLocation, ...]:
    """Return where the words of a finding stand in title and body of its article, the first place first."""
    return tuple(
        place
        for place in (finding.place, *finding.also)
        if place.where == finding.place.where and place.span and (place.block or place.field is FindingField.TITLE)
    )


def body_marks(finding: Finding) -> list[TextMark]:
    """Return the marks of a finding in the body."""
    return [_mark(finding, place) for place in places_of(finding) if place.block]


def title_marks(finding: Finding) -> list[TextMark]:
    """Return the marks of a finding in the title."""
    return [_mark(finding, place) for place in places_of(finding) if not place.block]


def findings_at_caret(context: WindowContext, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings whose words the caret is in or beside. findings: of the open article."""
    article = context.article
    titled = article.title.hasFocus()
    edit, marks_of = (article.title, title_marks) if titled else (article.body, body_marks)
    at = edit.textCursor().selectionStart()
    pairs = [(finding, mark) for finding in findings for mark in marks_of(finding)]
    cursors = edit.marks.find([mark for _, mark in pairs])
    inside = [
        finding
        for (finding, _), cursor in zip(pairs, cursors, strict=True)
        if cursor and cursor.selectionStart() <= at <= cursor.selectionEnd()
    ]
    return tuple(dict.fromkeys(inside))


def _mark(finding: Finding, place: FindingLocation) -> TextMark:
    start, end = place.span or (0, 0)
    kind = MarkKind(finding.level.value)
    return TextMark(block=place.block, start=start, end=end, kind=kind, tip=finding.message)
