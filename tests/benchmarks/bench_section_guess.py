"""How often the guessed section is right on an invented archive: python -m tests.benchmarks.bench_section_guess.

Printed: each article left out of all others, and as at intake, from the issues before it alone; the misses; and what
the source alone would have said.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from editor.desk.intake.section_guess import Placed, section_guesses
from tests.invented_archive import ISSUES

Guesser = Callable[[Sequence[Placed], Placed], str]
PLACED = tuple(tuple(Placed(*row) for row in issue) for issue in ISSUES)


def by_source(known: Sequence[Placed], one: Placed) -> str:
    """Return the section to which the source went most often."""
    counts = Counter(other.section for other in known if other.source == one.source)
    return counts.most_common(1)[0][0] if counts else ""


def by_all(known: Sequence[Placed], one: Placed) -> str:
    """Return what the program guesses."""
    return section_guesses(known).guess(one.source, one.title)


def left_out() -> Iterator[tuple[Placed, list[Placed]]]:
    """Yield each article with all others."""
    every = [one for issue in PLACED for one in issue]
    for number, one in enumerate(every):
        yield one, every[:number] + every[number + 1 :]


def at_intake() -> Iterator[tuple[Placed, list[Placed]]]:
    """Yield each article from the second issue on with those of earlier issues."""
    for number, issue in enumerate(PLACED[1:], 1):
        known = [one for earlier in PLACED[:number] for one in earlier]
        yield from ((one, known) for one in issue)


def score(guess: Guesser, cases: Iterator[tuple[Placed, list[Placed]]]) -> tuple[int, int, int, list[str]]:
    """Return how many there are, for how many something is guessed, how many are right, and the misses."""
    said = right = many = 0
    misses = []
    for one, known in cases:
        many += 1
        found = guess(known, one)
        said += bool(found)
        right += found == one.section
        if found != one.section:
            misses.append(f"{one.title}（{one.source}）：{one.section}，猜 {found or '无'}")
    return many, said, right, misses


def main() -> None:
    """Print the scores."""
    for name, cases in (("left out", left_out), ("from earlier issues", at_intake)):
        for by, guess in (("source alone", by_source), ("source and title", by_all)):
            many, said, right, misses = score(guess, cases())
            share, sure = 100 * right / many, 100 * right / said
            print(f"{name}, {by}: {right} of {many} right ({share:.1f} %), {said} guessed ({sure:.1f} % of them right)")
            if guess is by_all:
                print("\n".join(f"  {miss}" for miss in misses))


if __name__ == "__main__":
    main()
