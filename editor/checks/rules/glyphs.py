"""Characters that no font has a glyph for: with one of them the issue cannot be set."""

from collections.abc import Iterable, Iterator

from editor.checks.context import ArticleTexts, Context, RuleSetting
from editor.checks.finding import FindingField, FindingLocation, Level, RuleHit
from editor.checks.rule import ArticleRule, IssueRule
from editor.checks.words import quote
from editor.document.coverage import unprintable
from editor.model.credit_filling import filled_credits
from editor.model.issue import Issue
from editor.model.language import tr

_Text = tuple[FindingLocation, str]


def in_article(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield the characters of an article, each once at its first place."""
    article = reading.article
    fields = {
        FindingField.SOURCE: article.source,
        FindingField.LINK: article.link,
        FindingField.LINK_CAPTION: article.link_caption,
    }
    texts = [(passage.place, passage.text) for passage in reading.passages]
    yield from _missing([*texts, *((reading.place(field), text) for field, text in fields.items())], reading.setting)


def elsewhere(context: Context) -> Iterator[RuleHit]:
    """Yield those of the cover, the credits page and the back matter."""
    yield from _missing(_other_texts(context.issue), context.setting)


def _missing(texts: Iterable[_Text], setting: RuleSetting) -> Iterator[RuleHit]:
    texts, reported = tuple(texts), set[str]()
    if not unprintable("".join(text for _, text in texts), setting.faces):
        return
    for place, text in texts:
        for char in unprintable(text, setting.faces):
            if char not in reported:
                reported.add(char)
                yield _hit(place, text, char)


def _hit(place: FindingLocation, text: str, char: str) -> RuleHit:
    at = text.index(char)
    evidence, marks = quote(text, [(at, at + 1)])
    where = FindingLocation(where=place.where, field=place.field, block=place.block, span=(at, at + 1))
    message = tr("“{char}”（U+{ord:04X}）没有字体能印", char=char, ord=ord(char))
    detail = tr("换一个字，或添加有这个字的字体；留着它不能排版。")
    return RuleHit(place=where, message=message, detail=detail, evidence=evidence, marks=marks, subject=text)


def _other_texts(issue: Issue) -> Iterator[_Text]:
    profile = issue.profile
    for text in (issue.headline.text, profile.masthead, profile.slogan, profile.strapline):
        yield FindingLocation(where="cover", field=FindingField.HEADLINE), text
    for credit in filled_credits(issue):
        place = FindingLocation(where="credits", field=FindingField.CREDITS, block=credit.uid)
        yield from ((place, text) for text in (credit.role, *(name.text for name in credit.names)))
    for contact in issue.contacts:
        place = FindingLocation(where="credits", field=FindingField.CONTACT, block=contact.uid)
        yield from ((place, text) for text in (contact.label, contact.value, contact.caption))
    yield FindingLocation(where="credits", field=FindingField.NOTICE), profile.notice
    for publisher in profile.publishers:
        place = FindingLocation(where="back", field=FindingField.PUBLISHER, block=publisher.uid)
        yield from ((place, text) for text in (publisher.name, publisher.english_name, *publisher.paragraphs))


RULES = (
    ArticleRule(id="text.glyph", title=tr("印不出来的字"), level=Level.ERROR, check=in_article),
    IssueRule(id="text.glyph-elsewhere", title=tr("文章以外印不出来的字"), level=Level.ERROR, check=elsewhere),
)
