"""Cost of comparing two versions of 8,000 characters: python -m tests.benchmarks.bench_compare"""

import difflib
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from editor.model.article import Article, Title
from editor.model.body import Block, Paragraph, text_of
from editor.text.comparing import compare_articles
from editor.text.comparing.blocks import block_text
from tests.benchmarks.random_issues import paragraph, sentence

CHARACTERS, ROUNDS = 8000, 11


def main() -> None:
    """Print medians and their ratio to difflib's on the same text."""
    rng = random.Random(1)
    first = article(rng)
    whole = one_block(first)
    cases = {
        "a word in fifty edited": (first, edited(first, 0.02)),
        "a word in ten edited, a third of the paragraphs moved": (first, shuffled(edited(first, 0.1))),
        "written anew": (first, article(random.Random(2))),
        "one paragraph of 8,000 characters, a word in fifty edited": (whole, one_block(edited(first, 0.02))),
        "300 short paragraphs that came in again, edited": (short(first, 1), short(edited(first, 0.05), 2)),
    }
    for name, (before, after) in cases.items():
        ours = median(lambda before=before, after=after: compare_articles(before, after))
        theirs = median(lambda before=before, after=after: peer(before, after), rounds=3)
        print(f"{name}: {ours:.1f} ms, difflib {theirs:.0f} ms = {ours / theirs:.3f} times")


def median(call: Callable[[], object], *, rounds: int = ROUNDS) -> float:
    """Return the median ms of a call."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def peer(before: Article, after: Article) -> object:
    """Compare the same text by the standard library, every character counted."""
    return difflib.SequenceMatcher(None, words(before), words(after), autojunk=False).get_opcodes()


def words(of: Article) -> str:
    """Return an article's text."""
    return "\n".join(map(block_text, of.blocks))


def article(rng: random.Random) -> Article:
    """Return an article of 8,000 characters."""
    blocks: list[Block] = []
    while sum(len(block_text(block)) for block in blocks) < CHARACTERS:
        blocks.append(paragraph(rng))
    return Article(title=Title(text="基准"), blocks=tuple(blocks))


def edited(of: Article, share: float) -> Article:
    """Return the article with edits of 1 to 12 characters at a share of its places."""
    rng = random.Random(3)
    return replace(
        of, blocks=tuple(replace(one, runs=text_of(typed(block_text(one), share, rng))) for one in of.blocks)
    )


def typed(text: str, share: float, rng: random.Random) -> str:
    """Return the text with places left out, put in or replaced."""
    made, at = "", 0
    while at < len(text):
        size = rng.randint(1, 12)
        if rng.random() < share / 2:
            kind = rng.randrange(3)
            made += sentence(rng)[:size] if kind else ""
            at += size if kind != 1 else 0
        made += text[at : at + 1]
        at += 1
    return made


def shuffled(of: Article) -> Article:
    """Return the article with every third paragraph moved to the end."""
    kept = [one for at, one in enumerate(of.blocks) if at % 3]
    return replace(of, blocks=(*kept, *of.blocks[::3]))


def one_block(of: Article) -> Article:
    """Return the article as a single paragraph."""
    return replace(of, blocks=(Paragraph(runs=text_of(words(of).replace("\n", "")), uid=of.blocks[0].uid),))


def short(of: Article, seed: int) -> Article:
    """Return the article in 300 paragraphs with new identities."""
    text = words(of)
    size = len(text) // 300 + 1
    cuts = (text[at : at + size] for at in range(0, len(text), size))
    return replace(of, blocks=tuple(Paragraph(runs=text_of(cut)) for cut in cuts), source=str(seed))


if __name__ == "__main__":
    main()
