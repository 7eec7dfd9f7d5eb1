"""Cleaning: other tools' published cases, real texts, cost.

python -m tests.benchmarks.bench_cleaning CASES TEXTS

CASES: a folder with the sources of autocorrect and zhlint in folders of these names; their tests are read, nothing of
them is kept here. TEXTS: JSON lines with title and body_paragraphs. Which cases count is decided by `left_out`, before
anything is cleaned.
"""

import ast
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from editor.model.article import Article, Title
from editor.model.body import Paragraph, text_of
from editor.text.cleaning import clean_text, plan

HAN = "\u3400-\u9fff"
MARKS = "，。；：？！“”‘’（）《》、【】…—"
CHARACTERS = 18_500
_RUST = re.compile(
    r'^\s*(?:r#)?("(?:[^"\\]|\\.)*")#?\s*=>\s*(?:r#)?("(?:[^"\\]|\\.)*")#?\s*,?\s*(?://.*)?$', re.MULTILINE
)
_SCRIPT = re.compile(
    r"getOutput\(\s*('(?:[^'\\]|\\.)*'|`[^`]*`)\s*(?:,\s*options)?\s*\)\s*\)\s*\.toBe\(\s*('(?:[^'\\]|\\.)*'|`[^`]*`)\s*\)"
)
_OTHER_SCRIPTS = re.compile("[\u3040-\u30ff\uac00-\ud7af「」『』]")
_MARKUP = re.compile(r"[`{}<>$&|\\]|//(?!\S*\.)|\]\(|%[A-Za-z]|:::|__|^#{1,6} |^\|")
_HALF_IN_CHINESE = re.compile(rf"[{HAN}][(\[]|[(\[][^()\[\]]*[{HAN}][^()\[\]]*[)\]]|[)\]][{HAN}]")


class Case(NamedTuple):
    """A published case."""

    tool: str
    before: str
    after: str


def main() -> None:
    """Print the share of cases, what real texts lose or gain, the cost."""
    cases, texts = Path(sys.argv[1]), Path(sys.argv[2])
    print_cases([*autocorrect(cases / "autocorrect"), *zhlint(cases / "zhlint")])
    documents = [json.loads(line) for line in texts.read_text("utf-8").splitlines()]
    print_paragraphs([line for one in documents for line in one["body_paragraphs"] if line.strip()])
    print_articles([article(one) for one in documents])
    print_cost([line for one in documents for line in one["body_paragraphs"]])


def autocorrect(folder: Path) -> Iterator[Case]:
    """Yield the cases of its tests of Chinese text."""
    for name in ("format.rs", "rule/fullwidth.rs", "rule/halfwidth.rs"):
        source = (folder / "autocorrect" / "src" / name).read_text("utf-8").partition("mod tests")[2]
        for found in _RUST.finditer(source):
            yield Case("autocorrect", *(ast.literal_eval(one) for one in found.groups()))


def zhlint(folder: Path) -> Iterator[Case]:
    """Yield the cases of its tests under its default options: others switch most of its rules off."""
    for name in ("rules.test.ts", "uncategorized.test.ts", "lint.test.ts", "basic.test.ts"):
        source = (folder / "test" / name).read_text("utf-8")
        source = source.partition("describe('lint by cases'")[2] if name == "rules.test.ts" else source
        for found in _SCRIPT.finditer(source):
            yield Case("zhlint", *(_literal(one) for one in found.groups()))


def left_out(case: Case) -> str:  # noqa: PLR0911 - a line a reason
    """Return why a case does not apply to a Chinese bulletin, empty where it does."""
    before, after = case.before, case.after
    if _OTHER_SCRIPTS.search(before):
        return "Japanese, Korean, or quotation marks of Taiwan"
    if _MARKUP.search(before):
        return "program code, HTML or Markdown"
    if not re.search(f"[{HAN}]", before) and re.search(f"[{MARKS}]", before) and bare(before) != bare(after):
        return "full-width marks in Latin sentences become half-width: no rule of ours"
    if re.search(f"[{HAN}]", before) and _HALF_IN_CHINESE.search(after):
        return "half-width brackets are left or made in Chinese (GB/T 15834: full-width)"
    if letters(before) != letters(after):
        return "corrects the spelling of words"
    if "\n" in before.strip():
        return "several lines"
    return ""


def print_cases(cases: list[Case]) -> None:
    """Print what was left out and why, and the share of the others; blanks are a house option and not compared."""
    reasons = Counter((case.tool, left_out(case)) for case in cases)
    for (tool, reason), many in sorted(reasons.items()):
        print(f"{tool}: {many} {'apply' if not reason else 'left out: ' + reason}")
    chosen = [case for case in cases if not left_out(case)]
    for name, some in (
        ("all", chosen),
        ("those that change more than blanks", [case for case in chosen if bare(case.before) != bare(case.after)]),
    ):
        missed = [case for case in some if bare(clean_text(case.before).text) != bare(case.after)]
        print(f"{name}: {len(some) - len(missed)} of {len(some)}")
        for case in missed:
            print(f"  {case.tool}: {case.before!r} wanted {case.after!r}, made {clean_text(case.before).text!r}")


def print_paragraphs(paragraphs: list[str]) -> None:
    """Print how many of 200 clean paragraphs change, and what changes in all."""
    clean = [line for line in dict.fromkeys(paragraphs) if is_clean(line)]
    step = max(len(clean) // 200, 1)
    chosen = clean[::step][:200]
    print(f"clean paragraphs changed: {sum(clean_text(one).text != one for one in chosen)} of {len(chosen)}")
    wrong = [one for one in clean if clean_text(one).text != one]
    print(f"of all {len(clean)} that are clean: {len(wrong)}")
    for one in wrong[:20]:
        print("  ", [(edit.rule, edit.splices) for edit in clean_text(one).replacements()], one[:60])
    rules = Counter(edit.rule for one in paragraphs for edit in clean_text(one).replacements())
    print(f"edits in all {len(paragraphs)} paragraphs: {dict(rules.most_common())}")
    again = sum(clean_text(made).text != made for made in (clean_text(one).text for one in paragraphs))
    print(f"paragraphs that a second cleaning changes: {again}")


def is_clean(line: str) -> bool:
    """Return whether a paragraph is one without a fault of the kinds that rules look for: decided without them."""
    dirty = re.search(
        rf"[\s\u3000０-９Ａ-ｚ％*#&]|[{HAN}{MARKS}%][,;:?!.()\[\]\"']|[,;:?!()\[\]\"'][{HAN}]|\.\.|--|…(?!…)(?<!……)",
        line,
    )
    return len(line) >= 20 and line.endswith("。") and not dirty and not re.match(r"\d{1,2}．|[（(].{1,3}[)）]、", line)


def print_articles(articles: list[Article]) -> None:
    """Print the steps that blocks take, and how many documents a second cleaning changes."""
    plans = [plan(one) for one in articles]
    again = sum(bool(plan(one.cleaned()).changes) for one in plans)
    print(f"changes of {len(articles)} documents: {dict(Counter(c.rule for one in plans for c in one.changes))}")
    print(f"documents that a second cleaning changes: {again}")


def print_cost(paragraphs: list[str]) -> None:
    """Print CPU ms of finding and making all changes of an article of 18,500 characters, the median of five."""
    chosen: list[str] = []
    for line in paragraphs:
        if sum(map(len, chosen)) >= CHARACTERS:
            break
        chosen.append(line)
    whole = Article(title=Title(text="云州"), blocks=tuple(Paragraph(runs=text_of(line)) for line in chosen))
    times = []
    for _ in range(5):
        start = time.process_time()
        plan(whole).cleaned()
        times.append((time.process_time() - start) * 1000)
    print(f"{sum(map(len, chosen))} characters: {sorted(times)[2]:.0f} ms CPU")


def article(document: dict[str, object]) -> Article:
    """Return a document as it comes in."""
    lines = document["body_paragraphs"]
    assert isinstance(lines, list)
    title = Title(text=str(document["title"]).replace("\n", ""))
    return Article(title=title, blocks=tuple(Paragraph(runs=text_of(line)) for line in lines))


def bare(text: str) -> str:
    """Return text without the blanks beside Chinese and beside hyphens."""
    return re.sub(
        rf"(?<=[{HAN}{MARKS}\-–/|*@#]) +| +(?=[{HAN}{MARKS}\-–/|*@#])|(?<=[A-Za-z0-9]) +(?=[+-])", "", text.strip()
    )


def letters(text: str) -> str:
    """Return the Latin letters of a text."""
    return "".join(re.findall("[A-Za-z]", text))


def _literal(source: str) -> str:
    return source[1:-1] if source.startswith("`") else str(ast.literal_eval(source))


if __name__ == "__main__":
    main()
