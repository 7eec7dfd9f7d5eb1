"""A past issue's text becomes an issue."""

from collections.abc import Iterable
from dataclasses import replace

from editor.intake.manuscript import IncomingPicture
from editor.intake.past_issue import back, contents
from editor.intake.past_issue.articles import cut_by_contents, cut_by_form
from editor.intake.past_issue.assembling import Parts, issue_of, publication_of
from editor.intake.past_issue.audit import missing_lines, unplaced_lines
from editor.intake.past_issue.body import read_body
from editor.intake.past_issue.contents_by_body import with_body_sections
from editor.intake.past_issue.contents_lines import with_entries
from editor.intake.past_issue.doubts import doubts_of, missing_entries
from editor.intake.past_issue.foot import tail_start
from editor.intake.past_issue.forms import PREFACE
from editor.intake.past_issue.front import ParsedFront, front_end, read_front
from editor.intake.past_issue.furniture import repeated_heads, without_furniture, without_rules
from editor.intake.past_issue.lines import Lines, SourceLine, formed_lines, split_lines, told_lines
from editor.intake.past_issue.marking import marks_of
from editor.intake.past_issue.ranking import with_shown
from editor.intake.past_issue.reading_types import Correction, LineMark, LineRole, ParsedIssue, Unplaced
from editor.intake.past_issue.rows import read_rows
from editor.intake.past_issue.run_in import without_run_in
from editor.intake.past_issue.structure import FormedText
from editor.model.block_kinds import figures_in
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.text.decode import decode_text
from editor.text.sanitise import Cleaning, clean


def read_past_issue(data: bytes, *, name: str, corrections: Iterable[Correction] = ()) -> ParsedIssue:
    """Read a text as it comes out of a printed issue. The same bytes give the same issue, identities included.

    corrections: what an editor says about lines, by their numbers. Raises UserError, naming the file, for what is no
    text or has neither number nor date.
    """
    cleaning = clean(decode_text(data, name=name))
    parsed = _read(split_lines(cleaning.text), corrections, name)
    return replace(parsed, lines=tuple(cleaning.text.split("\n")), report=(*_of_characters(cleaning), *parsed.report))


def read_formed_issue(text: FormedText, *, name: str, corrections: Iterable[Correction] = ()) -> ParsedIssue:
    """Read an issue of a file with structure as a text is read; tables, pictures, lists, notes and looks are kept.

    Raises UserError, naming the file, for one that has neither number nor date.
    """
    parsed = _read(formed_lines(text), corrections, name)
    lines = tuple(one.text for one in text.lines)
    return replace(parsed, lines=lines, report=(*text.messages, *parsed.report), pictures=_pictures(parsed.issue, text))


def _read(split: list[SourceLine], corrections: Iterable[Correction], name: str) -> ParsedIssue:
    every = told_lines(split, corrections)
    lines, rules = without_rules([line for line in every if line.told is not LineRole.LEFT_OUT])
    parts, furniture = _parts(lines, name)
    furniture += rules
    issue = issue_of(parts)
    gone = {line.number for line in furniture} | {line.number for line in every if line.told is LineRole.LEFT_OUT}
    body = [line for line in lines if line.number not in gone]
    marks = marks_of(every, gone, parts)
    unplaced = _unplaced(body, issue, parts, marks)
    without = {one.line for one in unplaced}
    return ParsedIssue(
        issue=issue,
        publication=publication_of(parts, issue),
        unplaced=unplaced,
        doubts=doubts_of(body, parts.cut, parts.articles, parts.number_line),
        report=_report(parts),
        marks=tuple(mark for mark in marks if mark.line not in without),
    )


def _parts(lines: list[SourceLine], name: str) -> tuple[Parts, list[SourceLine]]:
    heading = contents.heading_at(lines)
    kept, furniture = without_furniture(lines, front_end(lines) if heading is None else heading + 1)
    kept = with_entries(kept)
    listed = contents.find_contents(kept)
    start = listed.end if listed else _first_told(kept, front_end(kept))
    top = listed.start if listed else start
    preface = next((at for at, line in enumerate(kept[:top]) if listed and PREFACE.match(line.text)), top)
    front = read_front(kept[:preface])
    if front.number_line is None:
        raise UserError(
            tr("“{name}”里没有期号和日期（如“2024年12月30日 第50期”），不像一期简报。请检查是否选错了文件。", name=name)
        )
    end = back.find_back(kept)
    end = end if end is not None and end >= start else len(kept)
    heads = repeated_heads(kept[start:], front.masthead)
    gone = {line.number for line in heads}
    end -= sum(line.number in gone for line in kept[start:end])
    kept = [line for line in kept if line.number not in gone]
    return _body(kept, listed, front, (*kept[preface:top], *kept[start:end]), end), furniture + heads


def _body(lines: Lines, listed: contents.Contents | None, front: ParsedFront, body: Lines, end: int) -> Parts:
    """Return the parts. body: lines of the articles; end: where they end in all lines."""
    tail = tail_start(body)
    read_rows(front.rows, body[tail:])
    own = with_shown(without_run_in(body[:tail]), listed)
    listed = with_body_sections(listed, own)
    cut = cut_by_contents(own, listed) if listed and listed.entries else cut_by_form(own)
    publishers, rest = back.read_back(lines[end + 1 :])
    assert front.number_line is not None, "was looked at"  # noqa: S101
    return Parts(
        front=front,
        number_line=front.number_line,
        listed=listed,
        cut=cut,
        articles=tuple((one, read_body(one.lines, above=one.look, author=one.author)) for one in cut.found),
        tail=tuple(body[tail:]),
        back=_without(lines[end:], rest),
        publishers=tuple(publishers),
    )


def _without(lines: Lines, rest: Lines) -> tuple[SourceLine, ...]:
    left = {line.number for line in rest}
    return tuple(line for line in lines if line.number not in left)


def _first_told(lines: Lines, start: int) -> int:
    """Return where the articles begin: at the latest with the first title that an editor named."""
    told = (at for at, line in enumerate(lines) if line.told is LineRole.TITLE)
    return min(start, next(told, start))


def _unplaced(lines: Lines, issue: Issue, parts: Parts, marks: Iterable[LineMark]) -> tuple[Unplaced, ...]:
    """Return the lines that are not in the issue: entries without an article, lines that became nothing or got lost."""
    missing = missing_entries(lines, parts.cut.missing)
    said = {line for entry in parts.cut.missing for line in entry.lines}
    marked = {mark.line for mark in marks}
    nowhere = [line for line in lines if line.number not in marked]
    # a picture has no words that could be looked for
    pictures = {mark.line for mark in marks if mark.role is LineRole.PICTURE}
    audited = [line for line in lines if line.number in marked - pictures and line.number not in said]
    found = (*missing, *unplaced_lines(nowhere), *missing_lines(audited, issue, known=parts.known_text(audited)))
    return tuple(sorted(found, key=lambda one: one.line))


def _pictures(issue: Issue, text: FormedText) -> tuple[IncomingPicture, ...]:
    shown = {figure.uid for article in issue.articles() for figure in figures_in(article.blocks)}
    return tuple(one for one in text.pictures if one.figure in shown)


def _of_characters(cleaning: Cleaning) -> list[str]:
    messages = [
        tr("删去了不能印的字符 U+{ord:04X}，共 {n} 处", ord=ord(char), n=count) for char, count in cleaning.removed
    ]
    if cleaning.unreadable:
        messages.append(tr("文中有 {n} 处乱码（U+FFFD），请对照原件补上", n=cleaning.unreadable))
    return messages


def _report(parts: Parts) -> tuple[str, ...]:
    return () if parts.articles else (tr("没有找到文章：请检查要目里的标题与正文是否一致"),)
