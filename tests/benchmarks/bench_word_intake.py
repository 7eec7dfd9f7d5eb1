"""Word files read as articles: python -m tests.benchmarks.bench_word_intake [FOLDER WITH MORE WORD FILES]

60 files of twelve kinds: as Word and WPS write them (`tests/word_kinds.py`), by python-docx, by our own export, and
through LibreOffice from .odt, .rtf and .doc where soffice is there. Characters that are nowhere count as lost, mammoth
being the second opinion; parts are compared with what the maker of the file put in.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from editor.intake.manuscript import IncomingFile
from editor.intake.word.conversion import office_manuscript
from editor.intake.word.manuscript import word_manuscript
from editor.model.block_kinds import as_figure, as_items, as_table, is_heading
from editor.model.body import plain
from editor.system.libreoffice import convert, find_libreoffice
from tests.benchmarks import random_issues
from tests.word_files import article_file
from tests.word_kinds import KINDS, WordKind
from tests.word_scoring import score

SEEDS = 5
OFFICE = ("odt", "rtf", "doc")


def main(folder: str = "") -> None:
    """Print a line a kind, every miss, and the times."""
    totals: dict[str, Counter[str]] = {}
    lost, files, times = 0, 0, []
    for group, kind, ending in kinds():
        name = f"{kind.name.partition('.')[0]}.{ending}"
        data = in_office(kind.data, ending) if ending != "docx" else kind.data
        begun = time.perf_counter()
        read = word_manuscript if ending == "docx" else office_manuscript
        manuscript = read(IncomingFile(name=name, data=data))
        times.append((time.perf_counter() - begun, name))
        found = score(kind, manuscript)
        lost, files = lost + found.lost, files + 1
        for part, (right, wanted) in found.parts.items():
            totals.setdefault(part, Counter()).update(right=right, wanted=wanted)
            if right < wanted:
                print(f"  {group} {name}: {part} {right} of {wanted}")
        if found.lost:
            print(f"  {group} {name}: {found.lost} characters lost: {found.missing}")
    for path in sorted(Path(folder).glob("*.docx")) if folder else ():
        data = path.read_bytes()
        begun = time.perf_counter()
        manuscript = word_manuscript(IncomingFile(name=path.name, data=data))
        times.append((time.perf_counter() - begun, path.name))
        found = score(WordKind(name=path.name, data=data, complete=False), manuscript)
        lost, files = lost + found.lost, files + 1
        print(f"  {path.name}: title {manuscript.article.title.text[:40]}, {found.lost} lost {found.missing}")
    print(f"{files} files, {lost} characters lost")
    for part, counted in sorted(totals.items()):
        print(f"{part}: {counted['right']} of {counted['wanted']}, {100 * counted['right'] / counted['wanted']:.1f} %")
    own = sorted(spent for spent, name in times if name.endswith("docx"))
    print(f"median {1000 * own[len(own) // 2]:.0f} ms, most {1000 * own[-1]:.0f} ms of .docx")
    print(f"15 articles: {1000 * fifteen():.0f} ms")


def kinds() -> Iterator[tuple[str, WordKind, str]]:
    """Yield group, file and ending."""
    for make in KINDS:
        for seed in range(SEEDS):
            yield make.__name__, make(seed), "docx"
    for seed in range(SEEDS):
        yield "own export", own(seed), "docx"
    if find_libreoffice():
        for ending in OFFICE:
            yield f"LibreOffice {ending}", KINDS[0](11), ending
            yield f"LibreOffice {ending}", KINDS[2](12), ending


def own(seed: int) -> WordKind:
    """Return an article as we export it."""
    article = random_issues.article(random.Random(seed), seed)
    blocks = article.blocks
    return WordKind(
        name=f"自己{seed}.docx",
        data=article_file(article),
        title=article.title.lines,
        headings=[(one.level, plain(one.runs)) for one in blocks if is_heading(one)],
        lists=[(one.ordered, len(one.items)) for one in filter(None, map(as_items, blocks))],
        tables=[(len(one.rows) + 1, len(one.head), 0) for one in filter(None, map(as_table, blocks))],
        figures=[one.caption for one in filter(None, map(as_figure, blocks))],
        source=article.source,
        link=article.link,
        told="〔图片待补〕" * 3,
    )


def in_office(data: bytes, ending: str) -> bytes:
    """Return a Word file as LibreOffice writes it in another format."""
    made = convert(find_libreoffice(), {"a.docx": data}, ending)
    return made["a.docx"]


def fifteen() -> float:
    """Return the seconds of CPU that an exported issue of fifteen articles takes."""
    from editor.desk.printing import print_files

    word = print_files(random_issues.random_issue(3), pictures={}, pdf=False).word or b""
    begun = time.process_time()
    word_manuscript(IncomingFile(name="一期.docx", data=word))
    return time.process_time() - begun


if __name__ == "__main__":
    main(*sys.argv[1:])
