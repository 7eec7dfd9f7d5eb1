"""What was read becomes values of the model. The same text gives the same identities."""

from dataclasses import dataclass, replace

from editor.intake.past_issue.article_text import ArticleText
from editor.intake.past_issue.contents import Contents
from editor.intake.past_issue.cut import Cut, Found
from editor.intake.past_issue.front import ParsedFront
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.number_line import NumberLine, read_number_line
from editor.model.article import Article, ArticleArchive
from editor.model.issue import Issue, Section
from editor.model.publication import NumberingRule, Profile, Publication, Publisher, SectionRule
from editor.model.uid import derived_uid

_DEFAULT = Profile(masthead="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of an issue. listed: None for one without contents; tail: rows of credits below the articles.

    back: lines of the back matter, its heading first, none where there is none.
    """

    front: ParsedFront
    number_line: NumberLine
    listed: Contents | None
    cut: Cut
    articles: tuple[tuple[Found, ArticleText], ...]
    tail: tuple[SourceLine, ...]
    back: tuple[SourceLine, ...]
    publishers: tuple[Publisher, ...]

    def known_text(self, lines: Lines) -> str:
        """Return the text of understood lines that the issue keeps in another form: number, labels, folios, rows."""
        known = set(self.front.roles) | {line.number for line in (*self.tail, *self.cut.named)}
        known |= {line.number for found in self.cut.found for line in found.title_lines}
        if self.listed:
            known |= {number for entry in self.listed.entries for number in entry.lines}
            known |= {*self.listed.section_lines}
        labels = [text.link_label + text.link for _, text in self.articles]
        labels += [words for _, text in self.articles for words in text.said]
        known |= {number for _, text in self.articles for number in text.facts}
        said = [line.text for line in lines if line.number in known or read_number_line(line.text)]
        return "\n".join((*said, *labels))


def issue_of(parts: Parts) -> Issue:
    """Return the issue."""
    number, profile, rows = parts.number_line.number, _profile(parts), parts.front.rows
    seed = _seed(parts)
    return Issue(
        publication=derived_uid("publication", profile.masthead),
        number=number,
        date=parts.number_line.date,
        profile=profile,
        headline=parts.front.headline,
        credits=tuple(replace(one, uid=derived_uid(*seed, "credit", str(at))) for at, one in enumerate(rows.credits)),
        contacts=tuple(
            replace(one, uid=derived_uid(*seed, "contact", str(at))) for at, one in enumerate(rows.contacts)
        ),
        sections=tuple(_section(parts, place, name, seed) for place, name in enumerate(parts.cut.sections)),
        uid=derived_uid(*seed, "issue"),
    )


def publication_of(parts: Parts, issue: Issue) -> Publication:
    """Return the publication as the issue shows it."""
    profile = issue.profile
    return Publication(
        profile=profile,
        sections=tuple(
            SectionRule(name=name, uid=derived_uid(profile.masthead, "section", name)) for name in parts.cut.sections
        ),
        credits=issue.credits,
        contacts=issue.contacts,
        numbering=NumberingRule(weekday=parts.number_line.date.isoweekday()),
        uid=derived_uid("publication", profile.masthead),
    )


def article_uid(parts: Parts, at: int) -> str:
    """Return the identity of the article that was found at a place."""
    return derived_uid(*_seed(parts), "article", str(at))


def _seed(parts: Parts) -> tuple[str, ...]:
    number = parts.number_line.number
    return parts.front.masthead, str(number.year), str(number.number), str(parts.number_line.date)


def _profile(parts: Parts) -> Profile:
    front = parts.front
    texts = [text for _, text in parts.articles]
    captions = tuple(dict.fromkeys(text.link_caption for text in texts if text.link_caption))
    labels = [text.link_label for text in texts if text.link_label]
    return Profile(
        masthead=front.masthead,
        slogan=front.slogan,
        strapline=front.strapline,
        contents_heading=parts.listed.heading if parts.listed else "本期要目",
        back_heading=parts.back[0].text if parts.back else "主编简介",
        notice_label=front.rows.notice_label,
        notice=front.rows.notice,
        publishers=tuple(
            replace(one, uid=derived_uid(front.masthead, "publisher", one.name)) for one in parts.publishers
        ),
        link_captions=captions or _DEFAULT.link_captions,
        link_label=labels[0].replace(":", "：") if labels else _DEFAULT.link_label,
    )


def _section(parts: Parts, place: int, name: str, seed: tuple[str, ...]) -> Section:
    articles = [(at, pair) for at, pair in enumerate(parts.articles) if pair[0].section == place]
    return Section(
        name=name,
        articles=tuple(
            _article(found, text, (*seed, "article", str(at)), parts.number_line.date.year)
            for at, (found, text) in articles
        ),
        uid=derived_uid(*seed, "section", name, str(place)),
    )


def _article(found: Found, text: ArticleText, seed: tuple[str, ...], year: int) -> Article:
    blocks = tuple(
        block if block.uid in text.objects else replace(block, uid=derived_uid(*seed, "block", str(at)))
        for at, block in enumerate(text.blocks)
    )
    return Article(
        title=found.title,
        contents_title="" if found.contents_title == found.title.text else found.contents_title,
        subtitle=text.subtitle,
        blocks=blocks,
        source=text.source,
        link=text.link,
        link_caption=text.link_caption,
        archive=ArticleArchive(published=text.published_in(year), editor=text.editor, proofreader=text.proofreader),
        uid=derived_uid(*seed),
    )
