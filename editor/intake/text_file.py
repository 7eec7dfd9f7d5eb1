"""A text file to an article: title, source, date and address by their lines, printed lines joined."""

import datetime as dt
import re
from dataclasses import dataclass, field

from editor.intake.byline import read_byline
from editor.intake.manuscript import IncomingFile, Manuscript, ManuscriptField
from editor.intake.markdown import is_markdown, manuscript_of_markdown
from editor.intake.plain_text import blocks_from_text, typed_heading
from editor.intake.size_guard import check_size
from editor.intake.web.endings import Endings, lifted
from editor.intake.web.titles import ADDRESSEES, DOCUMENT_NUMBER
from editor.intake.web.written import address_line, read_credit
from editor.model.article import Article, ArticleArchive, Title, title_of
from editor.model.errors import UserError
from editor.model.language import tr
from editor.text.characters import ends_sentence, is_full_width
from editor.text.decode import decode_text
from editor.text.joining import Whole
from editor.text.sanitise import sanitise

_LABELLED = re.compile(r"(标题|题目|题名|副标题)\s*[:：]\s*(\S.{0,200})")
_BLANKS = " \u3000\t\u00a0"
_MOST_TITLE_LINES, _LONGEST_FIRST, _LONGEST_NEXT = 5, 60, 36
_MOST_HEAD_LINES = 10
# an indentation from which a line is set in the middle
_CENTRED = 5
# the width that a printer or a mail broke lines at, in hanzi; less is verse or a list
_NARROWEST, _FEWEST_FULL, _FULL_SHARE = 16, 3, 0.4
# a line that ends so goes on in the next one, whatever its width; shorter ones are verse or a list
_OPEN, _SHORTEST = ("，", "、"), 12
# where paragraphs are indented, so that a line which goes on is known as such
_FEWEST_INDENTED, _INDENTED_SHARE = 2, 0.2


@dataclass(slots=True)
class _Head:
    title: list[str] = field(default_factory=list)
    declared: bool = False
    subtitle: str = ""
    source: str = ""
    link: str = ""
    published: dt.date | None = None


def text_manuscript(file: IncomingFile) -> Manuscript:
    """Return the article of a text file; one in Markdown is read as such.

    Raises UserError, naming the file, for what is no text or has none.
    """
    text = decode_text(file.data, name=file.name)
    check_size(text, name=file.name)
    if not text.strip():
        raise UserError(tr("“{name}”是空的，没有文字。", name=file.name))
    return manuscript_of_markdown(text, file) if is_markdown(text) else manuscript_of_text(text, address=file.address)


def manuscript_of_clipboard_text(text: str) -> Manuscript:
    """Return the article of text that was copied, also in Markdown. Raises UserError for over 5 MB."""
    check_size(text)
    if is_markdown(text):
        return manuscript_of_markdown(text, IncomingFile(name="", data=b""))
    return manuscript_of_text(text)


def manuscript_of_text(text: str, *, address: str = "") -> Manuscript:
    """Return the article of plain text. address: where it was found, empty where unknown."""
    lines = sanitise(text).split("\n")
    head, at = _read_head(lines)
    body = "\n".join(_joined(lines[at:]))
    blocks, ending = lifted(blocks_from_text(body, join_lines=True))
    article = Article(
        title=title_of(*head.title) if head.title else Title(text=""),
        subtitle=head.subtitle or ending.subtitle,
        blocks=tuple(blocks),
        source=head.source or ending.source,
        link=head.link or ending.link or address,
        archive=ArticleArchive(published=head.published or ending.published),
    )
    article, extra = _nothing_lost(article, head, ending)
    guessed = frozenset((ManuscriptField.TITLE,) if head.title and not head.declared else ())
    return Manuscript(article=article, guessed=guessed, messages=extra)


def _nothing_lost(article: Article, head: _Head, ending: Endings) -> tuple[Article, tuple[str, ...]]:
    """Return the article, and what to say of a second source at the end that differs from the first."""
    if head.source and ending.source and head.source != ending.source:
        return article, (tr("文末另有来源“{source}”，没有带入。", source=ending.source),)
    if head.link and ending.link and head.link != ending.link:
        return article, (tr("文末另有网址“{link}”，没有带入。", link=ending.link),)
    return article, ()


def _read_head(lines: list[str]) -> tuple[_Head, int]:
    """Return what stands above the body, and the place where the body begins."""
    head, at, taken = _Head(), 0, 0
    while at < len(lines) and taken < _MOST_HEAD_LINES:
        bare = lines[at].strip(_BLANKS)
        if bare and not _take_field(head, bare):
            count = 0 if head.title else _title_lines(lines, at)
            if not count:
                break
            head.title = [line.strip(_BLANKS) for line in lines[at : at + count]]
            at += count - 1
        taken += bool(bare)
        at += 1
    return head, at


def _take_field(head: _Head, line: str) -> bool:
    """Take a line that is a field; return whether it is one."""
    labelled = _LABELLED.fullmatch(line)
    if labelled and labelled[1] != "副标题" and not head.title:
        head.title, head.declared = [labelled[2]], True
        return True
    if (labelled and labelled[1] == "副标题") or (head.title and line[:2] in ("——", "--") and not head.subtitle):
        head.subtitle = labelled[2] if labelled else line
        return True
    if address_line(line) and not head.link:
        head.link = address_line(line)
        return True
    return _take_byline(head, line) or _take_credit(head, line)


def _take_byline(head: _Head, line: str) -> bool:
    """Take a line below the title that names the issuer and the day without labels; return whether it is one."""
    signed = read_byline(line) if head.title and not (head.source or head.published) else None
    if signed is None or not signed.whole:
        return False
    head.source, head.published = signed.source, signed.date
    return True


def _take_credit(head: _Head, line: str) -> bool:
    credit = read_credit(re.sub("[\u3000\t]+", "\u2003", line)) if len(line) <= _LONGEST_FIRST else None
    if credit is None or ends_sentence(line) or not (credit.source or credit.labelled or _is_date(line, credit.date)):
        return False
    if (credit.source and head.source) or (credit.date and head.published):
        return False
    head.source, head.published = head.source or credit.source, head.published or credit.date
    return True


def _is_date(line: str, date: dt.date | None) -> bool:
    return date is not None and len(line) <= 20


def _title_lines(lines: list[str], at: int) -> int:
    """Return how many lines from a place are the title, 0 for none."""
    first = lines[at].strip(_BLANKS)
    if len(first) > _LONGEST_FIRST or not _may_be(first) or at + 1 >= len(lines):
        return 0
    if not any(line.strip(_BLANKS) for line in lines[at + 1 :]):
        return 0
    end = at + 1
    while end < min(len(lines), at + _MOST_TITLE_LINES) and _goes_on(lines, at, end):
        end += 1
    return end - at


def _goes_on(lines: list[str], at: int, end: int) -> bool:
    """Return whether a line belongs to the title above it: set in the same way, short, and no other part of a text."""
    bare = lines[end].strip(_BLANKS)
    if not bare or len(bare) > _LONGEST_NEXT or not _may_be(bare) or re.search("[，。；！？]", bare) or _is_other(bare):
        return False
    centred = [_indent(line) >= _CENTRED for line in lines[at : end + 1]]
    if any(centred):
        return all(centred)
    after = lines[end + 1] if end + 1 < len(lines) else ""
    # without indentation only a blank line, or an indented one, shows where the title ends
    return not _indent(lines[end]) and (not after.strip(_BLANKS) or _indent(after) > 0 or _ends_head(after))


def _is_other(line: str) -> bool:
    """Return whether a line below a title is a document number, a credit or a subtitle."""
    credit = read_credit(line)
    return bool(DOCUMENT_NUMBER.fullmatch(line) or credit.source or credit.date) or line[:2] == "——"


def _ends_head(line: str) -> bool:
    bare = line.strip(_BLANKS)
    return bool(DOCUMENT_NUMBER.fullmatch(bare) or ADDRESSEES.fullmatch(bare))


def _may_be(line: str) -> bool:
    return not ends_sentence(line.rstrip("）)”")) and typed_heading(line) is None and "\t" not in line


def _indent(line: str) -> int:
    """Return a line's indentation in halves of a hanzi."""
    blanks = line[: len(line) - len(line.lstrip(_BLANKS))]
    return sum(2 if char == "\u3000" else 8 if char == "\t" else 1 for char in blanks)


def _width(line: str) -> int:
    """Return a line's width in halves of a hanzi."""
    return sum(2 if is_full_width(char) or char == "\u3000" else 1 for char in line.rstrip())


def _joined(lines: list[str]) -> list[str]:
    """Return the lines, those joined that a printer or a mail broke at one width, or somebody within a sentence."""
    indented = sum(_indent(line) > 0 for line in lines) > 1
    full = _full_width(lines, indented=indented)
    made: list[str] = []
    whole: Whole | None = None
    for before, line in zip(["", *lines], lines, strict=False):
        if whole is not None and _belongs(whole, before, line, full=full, indented=indented):
            whole.add(line.strip())
            made[-1] = str(whole)
        else:
            made.append(line)
            whole = Whole(line.rstrip())
    return made


def _belongs(whole: Whole, before: str, line: str, *, full: int, indented: bool) -> bool:
    """Return whether a line goes on with the paragraph before it. full: the width lines were broken at, 0 for none."""
    if not line.strip(_BLANKS) or _indent(line) or typed_heading(line):
        return False
    if before.rstrip().endswith(_OPEN) and _width(before) >= 2 * _SHORTEST:
        return True
    return bool(full) and full - 3 <= _width(before) and (indented or not whole.ends_sentence)


def _full_width(lines: list[str], *, indented: bool) -> int:
    """Return the width at which lines were broken, 0 where they were not."""
    widths = [_width(line) for line in lines if line.strip(_BLANKS)]
    if not widths:
        return 0
    full = max(widths)
    near = sum(full - 3 <= width for width in widths)
    fewest, share = (_FEWEST_INDENTED, _INDENTED_SHARE) if indented else (_FEWEST_FULL, _FULL_SHARE)
    fits = full >= 2 * _NARROWEST and near >= max(fewest, share * len(widths))
    return full if fits else 0
