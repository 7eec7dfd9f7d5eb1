"""What our own PDF says as an issue. The same bytes give the same issue, identities included."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from editor.intake.pdf.tagged_article import TaggedArticle
from editor.intake.pdf.tagged_front import TaggedPublisher
from editor.intake.pdf.tagged_issue import TaggedIssue
from editor.intake.pictures import take_picture
from editor.model.article import NO_TITLE, Article, Title, title_of
from editor.model.block_kinds import as_figure
from editor.model.body import Block
from editor.model.cover_articles import cover_articles
from editor.model.errors import UserError
from editor.model.issue import Issue, Section
from editor.model.language import tr
from editor.model.picture import Picture
from editor.model.publication import (
    Contact,
    Look,
    NumberingRule,
    Profile,
    Publication,
    Publisher,
    SectionRule,
)
from editor.model.uid import derived_uid
from editor.text.characters import fold

_DEFAULT = Profile(masthead="")
_HOUSE, _OFFICIAL = "house", "gongwen"


@dataclass(slots=True)
class OwnIssue:
    """pictures: their bytes as stored; report: what the PDF does not say, whole sentences."""

    issue: Issue
    publication: Publication
    pictures: list[tuple[Picture, bytes]] = field(default_factory=list)
    report: tuple[str, ...] = ()


def own_issue(found: TaggedIssue, *, from_text: bool = False) -> OwnIssue:
    """Return the issue with its publication. from_text: read without places and faces."""
    return _Maker(found, from_text=from_text).made()


class _Maker:
    def __init__(self, found: TaggedIssue, *, from_text: bool) -> None:
        self._found, self._from_text = found, from_text
        self._pictures: dict[str, tuple[Picture, bytes]] = {}
        self._damaged = 0
        number = found.number_line.number
        masthead = found.front.masthead
        self._seed = (masthead, str(number.year), str(number.number), str(found.number_line.date))

    def made(self) -> OwnIssue:
        profile = self._profile()
        look = Look(name=_OFFICIAL if self._found.contents.official else _HOUSE)
        issue = self._with_cover(self._issue(profile, look))
        publication = Publication(
            profile=profile,
            sections=tuple(
                SectionRule(name=name, uid=derived_uid(profile.masthead, "section", name))
                for name in dict.fromkeys(section.name for section in issue.sections)
            ),
            credits=issue.credits,
            contacts=issue.contacts,
            numbering=NumberingRule(weekday=issue.date.isoweekday()),
            look=look,
            uid=issue.publication,
        )
        report = tuple(self._report(issue))
        return OwnIssue(issue, publication, list(self._pictures.values()), report)

    def _issue(self, profile: Profile, look: Look) -> Issue:
        front, articles = self._found.front, list(self._articles())
        sections, at = [], 0
        for place, (name, texts) in enumerate(self._found.sections):
            own = tuple(articles[at : at + len(texts)])
            sections.append(Section(name=name, articles=own, uid=self._uid("section", name, str(place))))
            at += len(texts)
        credits_ = (replace(one, uid=self._uid("credit", str(at))) for at, one in enumerate(front.credits))
        return Issue(
            publication=derived_uid("publication", profile.masthead),
            number=self._found.number_line.number,
            date=self._found.number_line.date,
            profile=profile,
            headline=self._headline(articles),
            credits=tuple(credits_),
            contacts=tuple(self._contact(at, one) for at, one in enumerate(front.contacts)),
            sections=tuple(sections),
            look=look,
            uid=self._uid("issue"),
        )

    def _uid(self, *parts: str) -> str:
        return derived_uid(*self._seed, *parts)

    # --- profile

    def _profile(self) -> Profile:
        front, texts = self._found.front, [text for _, own in self._found.sections for text in own]
        captions = tuple(dict.fromkeys(text.link_caption for text in texts if text.link_caption))
        link_labels = [text.link_label for text in texts if text.link_label]
        source_labels = [text.source_label for text in texts if text.source_label]
        return Profile(
            masthead=front.masthead,
            slogan=front.slogan,
            strapline=front.strapline,
            contents_heading=self._found.contents.heading,
            back_heading=self._found.back_heading or _DEFAULT.back_heading,
            notice_label=front.notice_label or _DEFAULT.notice_label,
            notice=front.notice,
            publishers=tuple(self._publisher(one) for one in self._found.publishers),
            link_captions=captions or _DEFAULT.link_captions,
            link_label=next(iter(link_labels), _DEFAULT.link_label),
            source_label=next(iter(source_labels), _DEFAULT.source_label),
        )

    def _publisher(self, found: TaggedPublisher) -> Publisher:
        return Publisher(
            name=found.name,
            english_name=found.english_name,
            logo=self._picture(found.logo),
            paragraphs=tuple(found.paragraphs),
            uid=derived_uid(self._found.front.masthead, "publisher", found.name),
        )

    def _contact(self, at: int, contact: Contact) -> Contact:
        picture = self._picture(self._found.front.codes.get(contact.uid, b""))
        return replace(contact, picture=picture, uid=self._uid("contact", str(at)))

    def _picture(self, data: bytes) -> Picture | None:
        """Return a picture that is kept; one that cannot be decoded is counted."""
        if not data:
            return None
        try:
            picture, stored = take_picture(data, name=tr("PDF 里的图"))
        except UserError:
            self._damaged += 1
            return None
        self._pictures[picture.sha256] = picture, stored
        return picture

    # --- articles

    def _articles(self) -> Iterator[Article]:
        entries = [entry for _, own in self._found.contents.sections for entry in own]
        texts = [text for _, own in self._found.sections for text in own]
        fitting = entries if len(entries) == len(texts) else [""] * len(texts)
        for at, (text, entry) in enumerate(zip(texts, fitting, strict=True)):
            yield self._article(text, entry, str(at))

    def _article(self, text: TaggedArticle, entry: str, place: str) -> Article:
        blocks = (self._block(text, block) for block in text.blocks)
        return Article(
            title=text.title,
            contents_title="" if fold(entry) == fold(text.title.text) else entry,
            subtitle=text.subtitle,
            blocks=tuple(
                replace(block, uid=self._uid("article", place, "block", str(at))) for at, block in enumerate(blocks)
            ),
            source=text.source,
            link=text.link,
            link_caption=text.link_caption,
            uid=self._uid("article", place),
        )

    def _block(self, text: TaggedArticle, block: Block) -> Block:
        figure = as_figure(block)
        if figure is None:
            return block
        return replace(figure, picture=self._picture(text.pictures.get(figure.uid, b"")))

    # --- cover

    def _headline(self, articles: Sequence[Article]) -> Title:
        """Return the cover's headline; nothing where it is the first article's title, which is printed by itself."""
        headline = title_of(*self._found.front.headline) if self._found.front.headline else NO_TITLE
        first = articles[0].title.text if articles else ""
        return NO_TITLE if fold(headline.text) == fold(first) else headline

    def _with_cover(self, issue: Issue) -> Issue:
        """Return the issue with the articles that its cover names, where those are not the ones it names by itself."""
        printed = list(map(fold, self._found.front.secondary))
        named = [fold(one.contents_line) for one in cover_articles(issue)]
        if printed == named[: len(printed)]:
            return issue
        known = {fold(article.contents_line): article.uid for article in issue.articles()}
        return replace(issue, cover_articles=tuple(known[title] for title in printed if title in known))

    # --- report

    def _report(self, issue: Issue) -> Iterator[str]:
        count = len(list(issue.articles()))
        if self._from_text:
            yield tr("这是本程序导出的 PDF 的文字，按要目和页眉认出 {n} 篇文章。", n=count)
            yield tr(
                "这样的文字里没有、请对照原件补上：加粗、项目符号、引文、脚注的位置、图片和二维码、合并的单元格；"
                "满行的段落可能与下一段连在一起，请核对。用 PDF 原件导入更完整。"
            )
            return
        yield tr("这是本程序导出的 PDF，按版面标记读出 {n} 篇文章。", n=count)
        yield tr(
            "PDF 里没有、需要时请自己补上：封面图片、各栏目的颜色和换页、图表的数据、"
            "责任编辑和内部批注、没有印出的栏目。"
        )
        if self._damaged:
            yield tr("有 {n} 张图片读不出来，版面上留空，请重新放入图片。", n=self._damaged)
        for section in self._found.sections:
            for text in section[1]:
                yield from self._unknown(text)

    def _unknown(self, text: TaggedArticle) -> Iterator[str]:
        for words in text.unknown:
            title = text.title.text
            yield tr("《{title}》里“{words}”是什么没有认出，按正文收下，请核对。", title=title, words=words[:20])
