"""A past issue's text becomes an issue."""

from dataclasses import dataclass, replace

from editor.intake.past_issue import back, contents
from editor.intake.past_issue.articles import Found, cut_by_contents, cut_by_form
from editor.intake.past_issue.audit import missing_lines
from editor.intake.past_issue.body import ArticleText, read_body
from editor.intake.past_issue.contents import Contents, entry_title
from editor.intake.past_issue.front import ParsedFront, read_front
from editor.intake.past_issue.lines import Lines, SourceLine, split_lines
from editor.intake.past_issue.number_line import NumberLine, read_number_line
from editor.intake.past_issue.reading_types import ParsedIssue
from editor.model.article import Article
from editor.model.errors import UserError
from editor.model.issue import Issue, Section
from editor.model.language import tr
from editor.model.publication import NumberingRule, Profile, Publication, Publisher, SectionRule
from editor.model.uid import derived_uid
from editor.text.decode import decode_text
from editor.text.sanitise import Cleaning, clean

DEFAULT = Profile(masthead="")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    front: ParsedFront
    heading: str
    sections: tuple[str, ...]
    articles: tuple[tuple[Found, ArticleText], ...]
    back_heading: str
    publishers: tuple[Publisher, ...]
    number_line: NumberLine
    contents_lines: tuple[SourceLine, ...]


def read_past_issue(data: bytes, *, name: str) -> ParsedIssue:
    """Read a text as it comes out of a printed issue. The same bytes give the same issue, identities included.

    Raises UserError, naming the file, for what is no text or has neither number nor date.
    """
    cleaning = clean(decode_text(data, name=name))
    lines = split_lines(cleaning.text)
    parts = _parts(lines, name)
    issue = _issue(parts)
    publication = _publication(parts, issue)
    unplaced = missing_lines(lines, issue, known=_repeated(lines, parts))
    return ParsedIssue(issue=issue, publication=publication, unplaced=unplaced, report=_report(cleaning, parts))


def _parts(lines: list[SourceLine], name: str) -> _Parts:
    listed = contents.find_contents(lines)
    end = back.find_back(lines)
    body_start = listed.end if listed else _front_end(lines)
    body_end = end if end is not None and end >= body_start else len(lines)
    front = read_front(lines[: listed.start if listed else body_start])
    if front.number_line is None:
        raise UserError(
            tr("“{name}”里没有期号和日期（如“2024年12月30日 第50期”），不像一期简报。请检查是否选错了文件。", name=name)
        )
    found = _found(lines[body_start:body_end], listed)
    publishers, _ = back.read_back(lines[body_end + 1 :])
    return _Parts(
        front=front,
        heading=listed.heading if listed else "本期要目",
        sections=tuple(name for name, _ in listed.sections) if listed else ("正文",),
        articles=tuple((one, read_body(one.lines)) for one in found),
        back_heading=lines[body_end].text if body_end < len(lines) else "主编简介",
        publishers=tuple(publishers),
        number_line=front.number_line,
        contents_lines=tuple(lines[listed.start : listed.end]) if listed else (),
    )


def _front_end(lines: Lines) -> int:
    """Return where the articles begin in a text without contents: after the number line."""
    return next((at + 1 for at, line in enumerate(lines) if read_number_line(line.text)), 0)


def _found(lines: Lines, listed: Contents | None) -> list[Found]:
    if listed is None:
        return cut_by_form(lines)
    found, _ = cut_by_contents(lines, listed)
    return found


def _issue(parts: _Parts) -> Issue:
    number, profile = parts.number_line.number, _profile(parts)
    seed = (profile.masthead, str(number.year), str(number.number), str(parts.number_line.date))
    sections = tuple(_section(parts, place, name, seed) for place, name in enumerate(parts.sections))
    return Issue(
        publication=derived_uid("publication", profile.masthead),
        number=number,
        date=parts.number_line.date,
        profile=profile,
        headline=parts.front.headline,
        credits=tuple(
            replace(one, uid=derived_uid(*seed, "credit", str(at))) for at, one in enumerate(parts.front.credits)
        ),
        contacts=tuple(
            replace(one, uid=derived_uid(*seed, "contact", str(at))) for at, one in enumerate(parts.front.contacts)
        ),
        sections=sections,
        uid=derived_uid(*seed, "issue"),
    )


def _profile(parts: _Parts) -> Profile:
    front = parts.front
    texts = [text for _, text in parts.articles]
    captions = tuple(dict.fromkeys(text.link_caption for text in texts if text.link_caption))
    labels = [text.link_label for text in texts if text.link_label]
    return Profile(
        masthead=front.masthead,
        slogan=front.slogan,
        strapline=front.strapline,
        contents_heading=parts.heading,
        back_heading=parts.back_heading,
        notice_label=front.notice_label,
        notice=front.notice,
        publishers=tuple(
            replace(one, uid=derived_uid(front.masthead, "publisher", one.name)) for one in parts.publishers
        ),
        link_captions=captions or DEFAULT.link_captions,
        link_label=labels[0].replace(":", "：") if labels else DEFAULT.link_label,
    )


def _section(parts: _Parts, place: int, name: str, seed: tuple[str, ...]) -> Section:
    articles = [(at, pair) for at, pair in enumerate(parts.articles) if pair[0].section == place]
    return Section(
        name=name,
        articles=tuple(_article(found, text, (*seed, "article", str(at))) for at, (found, text) in articles),
        uid=derived_uid(*seed, "section", name, str(place)),
    )


def _article(found: Found, text: ArticleText, seed: tuple[str, ...]) -> Article:
    blocks = tuple(replace(block, uid=derived_uid(*seed, "block", str(at))) for at, block in enumerate(text.blocks))
    return Article(
        title=found.title,
        contents_title="" if found.contents_title == found.title.text else found.contents_title,
        blocks=blocks,
        source=text.source,
        link=text.link,
        link_caption=text.link_caption,
        uid=derived_uid(*seed),
    )


def _publication(parts: _Parts, issue: Issue) -> Publication:
    profile = issue.profile
    return Publication(
        profile=profile,
        sections=tuple(
            SectionRule(name=name, uid=derived_uid(profile.masthead, "section", name)) for name in parts.sections
        ),
        credits=issue.credits,
        contacts=issue.contacts,
        numbering=NumberingRule(weekday=parts.number_line.date.isoweekday()),
        uid=derived_uid("publication", profile.masthead),
    )


def _repeated(lines: Lines, parts: _Parts) -> str:
    """Return the text of understood lines that the issue keeps in another form: number lines, labels, folios."""
    numbers = [line.text for line in lines if read_number_line(line.text)]
    labels = [text.link_label + text.link for _, text in parts.articles]
    titles = {article.contents_title for article, _ in parts.articles}
    entries = [line.text for line in parts.contents_lines if entry_title(line) in titles]
    return "\n".join((*numbers, *labels, *entries))


def _report(cleaning: Cleaning, parts: _Parts) -> tuple[str, ...]:
    messages = [
        tr("删去了不能印的字符 U+{ord:04X}，共 {n} 处", ord=ord(char), n=count) for char, count in cleaning.removed
    ]
    if cleaning.unreadable:
        messages.append(tr("文中有 {n} 处乱码（U+FFFD），请对照原件补上", n=cleaning.unreadable))
    if not parts.articles:
        messages.append(tr("没有找到文章：请检查要目里的标题与正文是否一致"))
    return tuple(messages)
