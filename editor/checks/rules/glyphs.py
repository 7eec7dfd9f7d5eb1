"""Characters that no font has a glyph for: they are printed as 〓."""

from collections.abc import Iterable, Iterator

from editor.checks.context import ArticleTexts, Context, RuleSetting
from editor.checks.finding import FindingField, FindingLocation, Level, RuleHit
from editor.checks.front_texts import PlacedText, front_texts
from editor.checks.passage import Passage
from editor.checks.rule import ArticleRule, IssueRule
from editor.checks.words import hit, quote
from editor.document.coverage import missing_places
from editor.document.printed_texts import printed_fields
from editor.model.language import tr
from editor.text.private_use import STANDARD

# fields of an article that are its passages
_PASSAGES = ("title", "contents_title", "subtitle", "blocks")


def in_article(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield the characters of an article, each at every place."""
    faces = reading.setting.faces
    for passage in reading.passages:
        for at in missing_places(passage.text, faces):
            yield _in_passage(passage, at)
    others = printed_fields(reading.article, without=_PASSAGES)
    yield from _missing(((_in_field(reading, name), text) for name, text in others), reading.setting)


def elsewhere(context: Context) -> Iterator[RuleHit]:
    """Yield those of the cover, the credits page and the back matter."""
    yield from _missing(front_texts(context.issue), context.setting)


def _missing(texts: Iterable[PlacedText], setting: RuleSetting) -> Iterator[RuleHit]:
    for place, text in texts:
        for at in missing_places(text, setting.faces):
            yield _hit(place, text, at)


def _in_passage(passage: Passage, at: int) -> RuleHit:
    """Return the hit of a character; a private one that stands for another is put right by its fix."""
    char = passage.text[at]
    message, detail = _said(char)
    return hit(passage, (at, at + 1), message, detail=detail, becomes=STANDARD.get(char))


def _hit(place: FindingLocation, text: str, at: int) -> RuleHit:
    evidence, marks = quote(text, [(at, at + 1)])
    where = FindingLocation(where=place.where, field=place.field, block=place.block, span=(at, at + 1))
    message, detail = _said(text[at])
    return RuleHit(place=where, message=message, detail=detail, evidence=evidence, marks=marks, subject=text)


def _said(char: str) -> tuple[str, str]:
    message = tr("“{char}”（U+{ord:04X}）没有字体能印", char=char, ord=ord(char))
    if char in STANDARD:
        detail = tr(
            "这是旧编码的私用区字，今天的编码是“{new}”（U+{ord:04X}）。不改就印成“〓”。",
            new=STANDARD[char],
            ord=ord(STANDARD[char]),
        )
        return message, detail
    return message, tr("换一个字，或添加有这个字的字体；不改就印成“〓”。")


def _in_field(reading: ArticleTexts, name: str) -> FindingLocation:
    """Return the place of an article's field; the title of one that findings have no name for."""
    return reading.place(FindingField(name) if name in set(FindingField) else FindingField.TITLE)


RULES = (
    ArticleRule(id="text.glyph", title=tr("印不出来的字"), level=Level.ERROR, check=in_article),
    IssueRule(id="text.glyph-elsewhere", title=tr("文章以外印不出来的字"), level=Level.ERROR, check=elsewhere),
)
