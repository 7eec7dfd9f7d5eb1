"""House words: wordings that the office itself forbids or prefers."""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from editor.checks.context import ArticleTexts, Context
from editor.checks.finding import FindingField, FindingLocation, Level, RuleHit
from editor.checks.front_texts import PlacedText, front_texts
from editor.checks.house_word_index import FoundWord, index_of, longest
from editor.checks.rule import ArticleRule, IssueRule
from editor.checks.words import hit, quote
from editor.model.house_words import HouseWord, HouseWordLevel, HouseWordScope
from editor.model.language import tr

_TITLES = (FindingField.TITLE, FindingField.CONTENTS_TITLE, FindingField.SUBTITLE)


def house_words(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield each of the office's words in the article, the longest of overlapping ones."""
    known, whole = reading.setting.house_words, reading.whole
    if not known.words:
        return
    found = [one for one in index_of(known).find(whole.masked) if _counts(one, reading)]
    for one in longest(found):
        passage, shift = whole.at(one.start)
        word = one.word
        made = hit(
            passage,
            (one.start - shift, one.end - shift),
            _message(word),
            detail=_detail(word),
            becomes=next(iter(word.instead), None),
        )
        yield _signed(made, word)


def in_front(context: Context) -> Iterator[RuleHit]:
    """Yield those of names of sections, the cover, the credits page and the back matter."""
    known = context.setting.house_words
    if not known.words:
        return
    titles = {reading.title.text for reading in context.readings}
    for place, text in (*_section_names(context), *front_texts(context.issue)):
        if text in titles:
            # a headline that repeats a title is found there
            continue
        for one in longest([found for found in index_of(known).find(text) if _counts_anywhere(found.word)]):
            span = one.start, one.end
            evidence, marks = quote(text, [span])
            where = replace(place, span=span)
            said = RuleHit(place=where, message=_message(one.word), detail=_detail(one.word), subject=text)
            yield _signed(replace(said, evidence=evidence, marks=marks), one.word)


def _section_names(context: Context) -> Iterator[PlacedText]:
    for section in context.issue.sections:
        yield FindingLocation(where=section.uid, field=FindingField.SECTION), section.name


def _counts_anywhere(word: HouseWord) -> bool:
    return word.scope is HouseWordScope.EVERYWHERE and not word.sections


def _signed(made: RuleHit, word: HouseWord) -> RuleHit:
    """Return a hit with the level and the source of its word."""
    why = tr("用语表：{source}", source=word.source) if word.source else ""
    return replace(made, level=Level(word.level.value), why=why)


def _counts(found: FoundWord, reading: ArticleTexts) -> bool:
    """Return whether a word counts in this section and this field."""
    word = found.word
    if word.sections and reading.section not in word.sections:
        return False
    is_title = reading.whole.at(found.start)[0].place.field in _TITLES
    match word.scope:
        case HouseWordScope.EVERYWHERE:
            return True
        case HouseWordScope.TITLES:
            return is_title
        case HouseWordScope.BODY:
            return not is_title
        case _:
            assert_never(word.scope)


def _message(word: HouseWord) -> str:
    if not word.instead:
        return tr("“{name}”禁用", name=word.name)
    if word.level is HouseWordLevel.ERROR:
        return tr("“{name}”禁用，应写作“{right}”", name=word.name, right=word.instead[0])
    return tr("“{name}”宜写作“{right}”", name=word.name, right=word.instead[0])


def _detail(word: HouseWord) -> str:
    others = tr("、").join(f"“{one}”" for one in word.instead[1:])
    also = tr("也可写作{others}。", others=others) if others else ""
    reason = f"{word.reason}。" if word.reason and word.reason[-1] not in "。！？…." else word.reason
    return f"{reason}{also}"


RULES: tuple[ArticleRule | IssueRule, ...] = (
    ArticleRule(
        id="words.house",
        title=tr("用语表里的用语"),
        level=Level.WARNING,
        check=house_words,
        why=tr("本单位的用语表"),
    ),
    IssueRule(
        id="words.house-front",
        title=tr("文章以外，用语表里的用语"),
        level=Level.WARNING,
        check=in_front,
        why=tr("本单位的用语表"),
    ),
)
