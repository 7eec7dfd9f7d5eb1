"""What versions of articles take: python -m tests.benchmarks.bench_versions [ISSUES [VERSIONS]]"""

import random
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from sqlalchemy import event, text

from db.library import open_library
from editor.desk.ports import Arrival
from editor.interchange.sample import sample_issue
from editor.model.article import Article
from editor.model.body import Paragraph, plain, text_of
from editor.model.issue import Issue
from editor.model.number import Number
from editor.model.revision import Reason
from editor.model.uid import new_uid
from tests.benchmarks.bench_compare import typed
from tests.editing import save_article


def main(issues: int = 5, versions: int = 20) -> None:
    """Print sizes of a library of the sample so many times over, without and with versions of every article."""
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder) / "library.db") as library:
        event.listen(library._sessions._engine, "checkout", lambda raw, *_: raw.execute("PRAGMA synchronous = OFF"))
        first, publication, _ = sample_issue()
        for number in range(issues):
            library.take_in(Arrival(issue=again(first, number), publication=publication))
        before, times = size(library), []
        for entry in library.issues():
            times += write(library, library.issue(entry.uid), versions)
        articles, characters = count(library, "articles"), count(library, "articles", "sum(length(plain))")
        kept, words = count(library, "revisions", "count(content)"), count(library, "contents", "sum(length(data))")
        print(f"{articles} articles, {characters // articles} characters each: {before / 1e6:.1f} MB")
        print(f"{kept} versions: {size(library) / 1e6:.1f} MB, {words / kept:.0f} bytes of words a version")
        print(f"keeping a version: {statistics.median(times):.2f} ms of CPU, median")


def again(issue: Issue, number: int) -> Issue:
    """Return the issue under another number, its articles with identities of their own."""
    sections = tuple(
        replace(one, articles=tuple(replace(item, uid=new_uid()) for item in one.articles)) for one in issue.sections
    )
    return replace(
        issue, uid=new_uid(), number=Number(year=2030, number=number + 1, total=number + 900), sections=sections
    )


def write(library, issue: Issue, versions: int) -> list[float]:
    """Edit every article of an issue again and again; return the ms of CPU that keeping each version took."""
    rng, times = random.Random(1), []
    for article in issue.articles():
        for _ in range(versions):
            article = edited(article, rng)  # noqa: PLW2901 - the next version comes of it
            save_article(library, issue.uid, article, author="基准")
            start = time.process_time()
            library.versions.keep((article.uid,), Reason.HANDED_OVER, author="基准")
            times.append((time.process_time() - start) * 1000)
    return times


def edited(article: Article, rng: random.Random) -> Article:
    """Return the article with a word in fifty of a third of its paragraphs edited."""
    blocks = tuple(
        replace(one, runs=text_of(typed(plain(one.runs), 0.02, rng)))
        if isinstance(one, Paragraph) and rng.random() < 1 / 3
        else one
        for one in article.blocks
    )
    return replace(article, blocks=blocks, source=f"来源{rng.random()}")


def count(library, table: str, what: str = "count(*)") -> int:
    """Return a number that the library counts."""
    with library._sessions._engine.connect() as connection:
        return connection.execute(text(f"SELECT {what} FROM {table}")).scalar()  # noqa: S608 - nothing of it is input


def size(library) -> int:
    """Return the bytes of the library's pages."""
    with library._sessions._engine.connect() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar()
        return pages * connection.execute(text("PRAGMA page_size")).scalar()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
