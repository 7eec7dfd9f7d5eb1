"""错别字 of the list of wrong forms (see resources/typing), and characters that stand badly with their neighbours.

Names of the office's registers are left alone.
"""

from collections.abc import Callable, Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit, Span
from editor.checks.passage import Passage
from editor.checks.rule import ArticleRule
from editor.checks.words import hit
from editor.model.language import tr
from editor.model.registers import Person, Registers, Term
from editor.text.typing.forms import NEAR, Slip, note_on, slips, sources
from editor.text.typing.names import name_spans
from editor.text.typing.reader import CERTAIN, Doubt, stretch, unusual

_USAGE = "meaning"


# more slips than these, and more than one in so many characters
_MANY, _THIN = 5, 200


def wrong(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield forms that are no words, or are no idiom: 布署, 迫不急待."""
    return _listed(reading, lambda slip: slip.form.level == Level.ERROR)


def likely(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield forms that a norm has put aside: 帐户, 水份."""
    return _listed(reading, lambda slip: slip.form.level == Level.WARNING)


def variant(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield forms of 异形词 that are not the recommended ones: 车箱."""
    return _listed(reading, lambda slip: slip.form.level == Level.INFO and slip.form.source not in (_USAGE, NEAR))


def usage(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield words that are taken for others: 权利 where 权力 is meant."""
    return _listed(reading, lambda slip: slip.form.level == Level.INFO and slip.form.source == _USAGE)


def near(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield pairs of characters that no text has beside a usual word which they sound or look like: 数剧, 该造.

    None where they stand thickly: such a text is in no usual language.
    """
    found = [
        (passage, slip)
        for passage in reading.passages
        for slip in slips(passage.masked)
        if slip.form.source == NEAR and reading.whole.masked.count(slip.form.wrong) == 1
    ]
    if len(found) > _MANY and len(found) * _THIN > len(reading.whole.masked):
        return
    for passage, slip in found:
        span = (slip.start, slip.end)
        people = name_spans(passage.masked)
        if not _is_named(passage, span, reading.setting.registers) and not any(
            start < slip.end and slip.start < end for start, end in people
        ):
            yield _hit(passage, slip)


def _listed(reading: ArticleTexts, wanted: Callable[[Slip], bool]) -> Iterator[RuleHit]:
    for passage in reading.passages:
        for slip in slips(passage.masked):
            if wanted(slip) and not _is_named(passage, (slip.start, slip.end), reading.setting.registers):
                yield _hit(passage, slip)


def _hit(passage: Passage, slip: Slip) -> RuleHit:
    form = slip.form
    if form.level == Level.INFO:
        message = tr("“{wrong}”通常写作“{right}”", wrong=form.wrong, right=form.right)
    else:
        message = tr("“{wrong}”应为“{right}”", wrong=form.wrong, right=form.right)
    reasons = (note_on(slip), sources()[form.source])
    detail = "。".join(reason for reason in reasons if reason)
    return hit(passage, (slip.start, slip.end), message, detail=detail, becomes=slip.becomes)


def doubtful(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield characters that stand badly with their neighbours, as far as the article alone can tell."""
    return doubts_of(reading, _own(reading))


def certain(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield those of them that are nearly certain."""
    return doubts_of(reading, _own(reading), loud=True)


def doubts_of(reading: ArticleTexts, around: str, *, loud: bool = False) -> Iterator[RuleHit]:
    """Yield characters that stand badly with their neighbours. around: texts that show what is usual.

    loud: those that are nearly certain, else the others.
    """
    for passage in reading.passages:
        listed = slips(passage.masked)
        for doubt in unusual(passage.masked, around):
            span = (doubt.at, doubt.end)
            known = any(slip.start < doubt.end and doubt.at < slip.end for slip in listed)
            if (
                (doubt.weight >= CERTAIN) is loud
                and not known
                and not _is_named(passage, span, reading.setting.registers)
            ):
                yield _doubt(passage, doubt)


def _own(reading: ArticleTexts) -> str:
    return "\n".join(passage.text for passage in reading.passages)


def _doubt(passage: Passage, doubt: Doubt) -> RuleHit:
    wrong, right = stretch(passage.masked, doubt)
    message = tr("疑似错别字：“{wrong}”通常写作“{right}”", wrong=wrong, right=right)
    return hit(passage, (doubt.at, doubt.end), message, becomes=doubt.becomes)


def _is_named(passage: Passage, span: Span, registers: Registers) -> bool:
    """Return whether the characters belong to a name of the registers."""
    entries: tuple[Person | Term, ...] = (
        *registers.people,
        *registers.bodies,
        *registers.sources,
        *registers.documents,
    )
    names = (name for entry in entries for name in (entry.name, *entry.aliases))
    wrong = passage.text[slice(*span)]
    return any(_covers(passage.text, name, span) for name in names if wrong in name)


def _covers(text: str, name: str, span: Span) -> bool:
    at = text.find(name)
    while at >= 0:
        if at <= span[0] and span[1] <= at + len(name):
            return True
        at = text.find(name, at + 1)
    return False


RULES = (
    ArticleRule(
        id="typos.form", title=tr("错别字"), level=Level.ERROR, check=wrong, why=tr("错别字计入编校差错，应改正")
    ),
    ArticleRule(
        id="typos.norm",
        title=tr("不规范词形"),
        level=Level.WARNING,
        check=likely,
        why=tr("词形以规范和通行词典为准"),
    ),
    ArticleRule(
        id="typos.variant",
        title=tr("异形词"),
        level=Level.INFO,
        check=variant,
        why=tr("异形词用推荐词形，《第一批异形词整理表》（GF 1001—2001）"),
    ),
    ArticleRule(
        id="typos.near",
        title=tr("疑似误写"),
        level=Level.INFO,
        check=near,
        why=tr("这两个字几乎从不连用，写法相近的词却常用，请核对"),
    ),
    ArticleRule(
        id="typos.usage",
        title=tr("易混词语"),
        level=Level.INFO,
        check=usage,
        why=tr("近形近义的词按意思选用，请核对"),
    ),
)
BESIDE = (
    ArticleRule(
        id="typos.certain",
        title=tr("很可能是错别字"),
        level=Level.WARNING,
        check=certain,
        why=tr("按字和前后文搭配的常见程度推断，请核对"),
    ),
    ArticleRule(
        id="typos.doubtful",
        title=tr("疑似错别字"),
        level=Level.INFO,
        check=doubtful,
        why=tr("按字和前后文搭配的常见程度推断，请核对"),
    ),
)
"""Too slow to run at every pause of typing: see editor/checks/doubted.py."""
