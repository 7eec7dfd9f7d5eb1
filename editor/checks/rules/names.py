"""Names of documents: the same in title and body; short names introduced, and then used consistently."""

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from editor.checks.context import ArticleTexts
from editor.checks.finding import Fix, Level, RuleHit, Span
from editor.checks.passage import Passage
from editor.checks.rule import ArticleRule
from editor.checks.words import edit, hit, many
from editor.model.language import tr
from editor.text.characters import fold

_NAME = re.compile(r"《([^《》\n]{1,80})》")
_KIND = (
    "(?:意见|方案|办法|规定|条例|指南|细则|通知|规划|纲要|标准|报告|决定|计划|公告|通告|章程|规范|规则|措施|倡议|导则"
    "|白皮书|蓝皮书)"
)
_SHORT = f"(?:实施|管理|暂行|若干|行动|工作|指导|总体|试行|试点|研究)?{_KIND}"
_GENERIC = re.compile(_SHORT)
_DEFINED = re.compile(rf"[简下统]称[为作：:]?[“\"「]?《?({_SHORT})")
_SUFFIX = re.compile(r"[(（][^()（）]*[)）]$")
_VERB = "(?:明确|提出|要求|指出|强调|分为)了?"
_ALIKE = 0.75
_TAIL = 4
_Named = tuple[str, Passage, Span]


def other_name(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield names of the body that are nearly, but not quite, the title's, where the body never has the title's."""
    for wanted, found in _strays(reading):
        if _stem(wanted) != _stem(found[0][0]):
            ours, theirs = _tails(wanted, found[0][0])
            yield _renamed(
                found,
                wanted,
                tr("文件名前后不一"),
                tr("标题写《{ours}》，正文写《{theirs}》", ours=ours, theirs=theirs),
            )


def other_suffix(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield names of the body without the brackets that the title has at the end: （试行）, （2024年）."""
    for wanted, found in _strays(reading):
        if _stem(wanted) == _stem(found[0][0]) and _SUFFIX.search(wanted):
            message = tr("标题的文件名是《{wanted}》，正文没有照写", wanted=wanted)
            yield _renamed(found, wanted, message, "")


def undefined(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield the first use of a short name that no 以下简称 introduces; the fix adds it to the full name before.

    A full name counts as the introduction where the register gives the short name to that document.
    """
    defined = _defined(reading) | _registered(reading)
    reported: set[str] = set()
    for name, passage, span in _names(reading):
        if name in reported or name in defined or not _GENERIC.fullmatch(name):
            continue
        if _kin(name, defined) or _like(name, defined):
            continue
        reported.add(name)
        made = hit(passage, span, tr("用了《{name}》，前文没有“以下简称”", name=name))
        yield _introduced(made, reading, name, before=(passage, span))


def strayed(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield short names similar to the one introduced: 《实施办法》 where 《办法》 was introduced."""
    defined = _defined(reading)
    for name, passage, span in _names(reading):
        kin = _kin(name, defined) or _like(name, defined)
        if kin and name not in defined and (_GENERIC.fullmatch(name) or len(name) == len(kin)):
            yield hit(passage, span, tr("简称是《{kin}》，这里写《{name}》", kin=kin, name=name), becomes=f"《{kin}》")


def early(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a short name that stands before the words that introduce it."""
    places = {
        match[1]: (number, match.start())
        for number, passage in reversed(list(enumerate(reading.body)))
        for match in reversed(list(_DEFINED.finditer(passage.text)))
    }
    reported: set[str] = set()
    for name, passage, span in _names(reading):
        if name in places and name not in reported and (reading.body.index(passage), span[1]) < places[name]:
            yield hit(
                passage, span, tr("“{name}”在交代之前就用了", name=name), detail=tr("第一次出现写全称，后面再用简称。")
            )
        reported.add(name)


def bare(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield short names without 《》 that begin a sentence as its subject."""
    for name in sorted(_defined(reading)):
        pattern = re.compile(rf"(?:^|(?<=[。！？；])){name}{_VERB}", re.MULTILINE)
        for passage in reading.body:
            for match in pattern.finditer(passage.text):
                span = (match.start(), match.start() + len(name))
                yield hit(
                    passage, span, tr("“{match}”应为《{name}》", match=match[0], name=name), becomes=f"《{name}》"
                )


def _names(reading: ArticleTexts) -> Iterator[_Named]:
    for passage in reading.body if reading.whole.has("《") else ():
        for match in _NAME.finditer(passage.text):
            yield match[1], passage, match.span()


def _strays(reading: ArticleTexts) -> Iterator[tuple[str, list[_Named]]]:
    """Yield a document's name in the title with the places of the similar name used for it in the body."""
    full = [one for one in _names(reading) if not _GENERIC.fullmatch(one[0])]
    written = {fold(name) for name, _, _ in full}
    for match in _NAME.finditer(reading.title.text):
        wanted = match[1]
        if fold(wanted) in written or _GENERIC.fullmatch(wanted):
            continue
        near = [(_likeness(wanted, name), name) for name in dict.fromkeys(name for name, _, _ in full)]
        likest, name = max(near, default=(0.0, ""))
        if likest >= _ALIKE:
            yield wanted, [one for one in full if one[0] == name]


def _renamed(found: list[_Named], wanted: str, message: str, detail: str) -> RuleHit:
    places = [(passage, span) for _, passage, span in found]
    edits = [edit(passage, span, f"《{wanted}》") for passage, span in places]
    made = many(places, edits, message, f"《{wanted}》")
    return replace(made, detail=detail, subject=f"{wanted}\n{found[0][0]}")


def _tails(one: str, other: str) -> tuple[str, str]:
    """Return two names without their common beginning of at least four characters."""
    pairs = enumerate(zip(one, other, strict=False))
    same = next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
    first, second = (name[max(0, min(same, len(name) - _TAIL)) :] for name in (one, other))
    return (first, second) if first == one or second == other else (f"…{first}", f"…{second}")


def _likeness(one: str, other: str) -> float:
    if _stem(one) == _stem(other):
        return 1.0
    if one[-2:] != other[-2:]:
        return 0.0
    return SequenceMatcher(None, fold(one), fold(other), autojunk=False).ratio()


def _stem(name: str) -> str:
    return fold(_SUFFIX.sub("", name))


def _defined(reading: ArticleTexts) -> frozenset[str]:
    if not reading.whole.has("称"):
        return frozenset()
    return frozenset(match[1] for passage in reading.body for match in _DEFINED.finditer(passage.text))


def _registered(reading: ArticleTexts) -> frozenset[str]:
    written = {fold(name) for name, _, _ in _names(reading)}
    return frozenset(
        short for term in reading.setting.registers.documents if fold(term.name) in written for short in term.aliases
    )


def _kin(name: str, defined: frozenset[str]) -> str:
    return next((one for one in sorted(defined) if one != name and (name.endswith(one) or one.endswith(name))), "")


def _like(name: str, defined: frozenset[str]) -> str:
    """Return the only short name introduced, where this one is as short and differs in one character: 《方法》."""
    only = next(iter(defined)) if len(defined) == 1 else ""
    differ = sum(a != b for a, b in zip(name, only, strict=False))
    return only if len(name) == len(only) and differ == 1 else ""


def _introduced(made: RuleHit, reading: ArticleTexts, name: str, *, before: tuple[Passage, Span]) -> RuleHit:
    end = (reading.body.index(before[0]), before[1][0])
    for full, passage, span in _names(reading):
        if (
            full != name
            and full.removesuffix("（试行）").endswith(name)
            and (reading.body.index(passage), span[0]) < end
        ):
            added = f"（以下简称《{name}》）"
            shown = f"《{full}》{added}"
            return replace(made, fix=Fix(edits=(edit(passage, (span[1], span[1]), added),), shown=shown))
    return made


RULES = (
    ArticleRule(
        id="names.document",
        title=tr("文件名前后不一"),
        level=Level.ERROR,
        check=other_name,
        why=tr("标题、首次引用与全文的文件名应一致"),
    ),
    ArticleRule(
        id="names.suffix",
        title=tr("文件名的括注前后不一"),
        level=Level.INFO,
        check=other_suffix,
        why=tr("标题、首次引用与全文的文件名应一致"),
    ),
    ArticleRule(
        id="names.undefined", title=tr("简称没有交代"), level=Level.WARNING, check=undefined, why=tr("简称先交代后使用")
    ),
    ArticleRule(
        id="names.early", title=tr("简称用在交代之前"), level=Level.WARNING, check=early, why=tr("简称先交代后使用")
    ),
    ArticleRule(
        id="names.strayed", title=tr("简称不一致"), level=Level.WARNING, check=strayed, why=tr("一篇里简称只用一个")
    ),
    ArticleRule(
        id="names.bare", title=tr("简称没有书名号"), level=Level.WARNING, check=bare, why=tr("文件的简称也用书名号")
    ),
)
