"""What a reader cannot be sure of in articles that it found."""

from collections import Counter
from collections.abc import Iterator
from statistics import median

from editor.intake.past_issue.article_text import ArticleText
from editor.intake.past_issue.contents import Entry
from editor.intake.past_issue.cut import Cut, Found
from editor.intake.past_issue.forms import begins_text, is_source, looks_like_title, stands_like_title
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.number_line import NumberLine
from editor.intake.past_issue.reading_types import Doubt, LineRole, Unplaced
from editor.model.language import tr
from editor.text.characters import ends_sentence

# an article is long when it has so many times the text of most of the others, and so many characters at least
_TIMES, _LEAST, _FEWEST = 4, 2_000, 4
_USUAL, _SHORTEST = 3, 8


def doubts_of(
    lines: Lines, cut: Cut, articles: tuple[tuple[Found, ArticleText], ...], number_line: NumberLine
) -> tuple[Doubt, ...]:
    """Return the lines to be looked at, in their order."""
    found = [*cut.doubts, *_out_of_turn(articles), *_of_number(lines, number_line), *_of_articles(articles)]
    found += _of_facts(lines, articles, number_line.date.year)
    if cut.missing or not any(one.contents_title for one in cut.found):
        found += _other_titles(cut.found)
    return tuple(sorted(found, key=lambda one: one.line))


def _other_titles(articles: list[Found]) -> Iterator[Doubt]:
    """Yield lines inside articles that stand like titles, where the contents don't say that they are none."""
    for article in articles:
        for at, line in enumerate(article.lines):
            if at and line.told is None and (stands_like_title(article.lines, at) or _stands_apart(article.lines, at)):
                yield _doubt(line, tr("这一行像另一篇文章的标题，现在归在上一篇里"))


def _stands_apart(lines: Lines, at: int) -> bool:
    """Return whether a line that may be a title stands between a paragraph and a short one."""
    line = lines[at]
    title = line.form is None and len(line.text) >= _SHORTEST and looks_like_title(line)
    return title and ends_sentence(lines[at - 1].text) and begins_text(lines, at + 1)


def _out_of_turn(articles: tuple[tuple[Found, ArticleText], ...]) -> Iterator[Doubt]:
    """Yield lines inside articles that are numbered as titles are, but do not count on from the one before."""
    for found, _ in articles:
        head = found.title_lines[0]
        if head.skips and head.told is None:
            yield _doubt(head, tr("这一篇的编号跳过了一个，前面可能少认了一篇，请核对"))
        for at, line in enumerate(found.lines):
            if line.out_of_turn and line.told is None and begins_text(found.lines, at + 1):
                yield _doubt(line, tr("这一行的编号像一篇的标题，却接不上前一篇，现在归在上一篇里"))


def missing_entries(lines: Lines, missing: tuple[Entry, ...]) -> tuple[Unplaced, ...]:
    """Return the lines of the contents whose articles are not in the body."""
    reason = tr("要目里有这一篇，正文里没有找到它的标题")
    first = {entry.lines[0] for entry in missing}
    return tuple(Unplaced(line=line.number, text=line.text, reason=reason) for line in lines if line.number in first)


def _of_number(lines: Lines, number_line: NumberLine) -> Iterator[Doubt]:
    for line in lines:
        for number, reason in number_line.unsure:
            if line.number == number:
                yield _doubt(line, reason)


def _of_facts(lines: Lines, articles: tuple[tuple[Found, ArticleText], ...], year: int) -> Iterator[Doubt]:
    """Yield what was read of sources and authors without a label, and what of them has no place."""
    by_number = {line.number: line for line in lines}
    often = Counter(reason for _, text in articles for reason in {reason for _, reason in text.unsure})
    # what most articles have is how this bulletin writes it
    usual = {reason for reason, many in often.items() if many >= _USUAL and 2 * many > len(articles)}
    for found, text in articles:
        for number, reason in text.unsure:
            if reason in usual:
                continue
            if number in by_number and by_number[number].told is None:
                yield _doubt(by_number[number], reason)
        if found.author and text.source == found.author and text.from_contents:
            yield _doubt(found.title_lines[0], tr("来源取自目录里标题后面的“{name}”，请核对", name=found.author))
        if text.left and text.published_in(year) is None:
            last = max(text.roles, default=found.title_lines[0].number)
            reason = tr("来源后面的“{words}”没有单独的位置，没有收入；要留就写进来源", words=text.left)
            yield _doubt(by_number.get(last, found.title_lines[0]), reason)


def _of_articles(articles: tuple[tuple[Found, ArticleText], ...]) -> Iterator[Doubt]:
    sizes = [sum(len(line.text) for line in found.lines) for found, _ in articles]
    usual = median(sizes) if len(sizes) >= _FEWEST else 0
    for (found, text), size in zip(articles, sizes, strict=True):
        title = found.title_lines[0]
        if usual and size > max(_TIMES * usual, _LEAST):
            yield _doubt(title, tr("这一篇比其他各篇长得多（{n} 字），可能并入了别的文章", n=size))
        if len(found.lines) > 1 and stands_like_title(found.lines, 0):
            yield _doubt(found.lines[0], tr("标题下面的这一行也像标题"))
        if not text.blocks and title.told is None:
            yield _doubt(title, tr("这一篇没有正文"))
        for line in _second_sources(found, text):
            yield _doubt(line, tr("这一篇已经有来源，这一行留在正文里"))


def _second_sources(found: Found, text: ArticleText) -> Iterator[SourceLine]:
    for line in found.lines:
        if line.told is None and is_source(line) and text.roles.get(line.number) is LineRole.TEXT:
            yield line


def _doubt(line: SourceLine, reason: str) -> Doubt:
    return Doubt(line=line.number, text=line.text, reason=reason)
