"""Is every change of an approved issue found, and what does finding it cost? python -m tests.benchmarks.bench_verify

2,000 random single changes: of any printed field through the model, written into the library as an attacker would, and
of any byte of the kept or exported files. 200 changes of archive metadata, which must not be flagged. The time is that
of verifying the sample issue against that of the system's sha256sum over the same bytes. Pictures of the pages are
compared with the PDF, and with drawing them.
"""

import dataclasses
import datetime as dt
import hashlib
import random
import sqlite3
import subprocess
import tempfile
import time
import typing
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from enum import Enum
from pathlib import Path

from db import rows
from db.checks import checks_of
from db.library import open_library
from editor.desk.exporting import Targets, export_issue
from editor.desk.printable_issue import add_sample, printable_issue
from editor.desk.review.approving import approve
from editor.desk.review.office import Office
from editor.desk.review.released import released_files
from editor.desk.review.steps import By, submit
from editor.desk.review.verifying import verify_file, verify_issue
from editor.model.approval import LogAction, LogEvent
from editor.model.article import ArticleArchive
from editor.model.issue import Issue, IssueArchive
from editor.model.review import Member, Role
from editor.model.waiver import Waiver
from editor.pages.rasteriser import Rasteriser
from editor.pages.seen import see_pages
from tests.review_desk import AT, CHIEF, EDITOR, HOUR, FakeTrust, key_of

CHANGES, HARMLESS, TIMED = 2000, 200, 20
_ARCHIVES = (ArticleArchive, IssueArchive)
Write = Callable[[], bool]


def main() -> None:
    """Print the figures."""
    dice = random.Random(213)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with open_library(place / "library.db") as library:
            office, uid = approved(library)
            files = exported(office, uid, place)
            cost(office, uid, files)
            report("issue", changed_issues(office, uid, dice, place))
            report("kept files", changed_kept_files(office, uid, dice, place))
            report("exported files", changed_files(office, files, dice))
            flagged = sum(not verify_issue(office, uid).holds for _ in harmless(office, uid, dice))
    print(f"archive metadata: {flagged} of {HARMLESS} changes flagged")


def approved(library: typing.Any) -> tuple[Office, str]:
    """Return a library's office with the approved sample."""
    uid = add_sample(library).uid
    event = LogEvent(action=LogAction.MEMBER, name=CHIEF, at=AT)
    library.review.save_member(Member(name=CHIEF, role=Role.CHIEF), event)
    office = Office(library=library, trust=FakeTrust(key_of(CHIEF)))
    submit(library, uid, By(name=EDITOR, at=AT))
    approve(office, uid, key_of(CHIEF), AT + HOUR)
    return office, uid


def exported(office: Office, uid: str, place: Path) -> tuple[Path, ...]:
    """Write the approved PDF, Word file and package."""
    opened = printable_issue(office.library, uid)
    targets = Targets(pdf=place / "a.pdf", word=place / "a.docx", package=place / "a.bulletin")
    released = released_files(office, opened.issue)
    return export_issue(
        opened.issue, opened.publication, pictures=opened.pictures, targets=targets, released=released
    ).written


def cost(office: Office, uid: str, files: tuple[Path, ...]) -> None:
    """Say what verifying costs."""
    report_time("issue in the library", lambda: verify_issue(office, uid), files[:2])
    for path in files:
        report_time(path.suffix, lambda path=path: verify_file(office, path), (path,))
    pdf = files[0].read_bytes()
    sizes = len(pdf), sum(map(len, see_pages(pdf).pages))
    ours, peer = median(lambda: see_pages(pdf)), median(lambda: drawn(pdf))
    said = f"{sizes[1] / sizes[0]:.1f} times the PDF's {sizes[0]:,} bytes; {ours * 1000:.0f} ms, drawing alone"
    print(f"pictures of the pages: {said} {peer * 1000:.0f} ms, ratio {ours / peer:.1f}")


def drawn(pdf: bytes) -> None:
    """Draw all pages as large as they are kept."""
    with Rasteriser(pdf) as opened:
        for sheet in range(1, len(opened.sizes()) + 1):
            opened.picture(sheet, resolution=96)


def report_time(what: str, verify: Callable[[], typing.Any], read: tuple[Path, ...]) -> None:
    """Print the median time beside that of sha256sum over the same files."""
    assert verify().holds, what
    ours, peer = median(verify), median(lambda: subprocess.run(["sha256sum", *read], check=True, capture_output=True))
    said = f"sha256sum of the same bytes {peer * 1000:.0f} ms, ratio {ours / peer:.1f}"
    print(f"verify {what}: {ours * 1000:.0f} ms; {said}")


def median(act: Callable[[], object]) -> float:
    """Return the median duration in seconds."""
    times = []
    for _ in range(TIMED):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return sorted(times)[TIMED // 2]


def report(what: str, found: Iterator[tuple[str, bool]]) -> None:
    """Print how many changes were found, and those that were not."""
    told = list(found)
    kinds = Counter(kind for kind, _ in told)
    missed = [kind for kind, seen in told if not seen]
    print(f"{what}: {len(told) - len(missed)} of {len(told)} changes found, {len(kinds)} kinds; missed: {missed}")


# the issue


def changed_issues(office: Office, uid: str, dice: random.Random, place: Path) -> Iterator[tuple[str, bool]]:
    """Yield the field and whether its change was found, each in a library that is put back afterwards."""
    whole = office.library.issue(uid)
    for _ in range(CHANGES // 2):
        kind, other = mutated(whole, dice)
        write(place / "library.db", other)
        yield kind, not verify_issue(office, uid).holds
        write(place / "library.db", whole)
    assert verify_issue(office, uid).holds, "all is put back"


def write(path: Path, issue: Issue) -> None:
    """Write an issue past the library with fitting checksums, as whoever has the file and the program can."""
    with closing(sqlite3.connect(path, timeout=10)) as connection:
        connection.execute("DELETE FROM articles WHERE issue = ?", (issue.uid,))
        for row in (rows.issue_row(issue), *rows.article_rows(issue)):
            table = row.__tablename__
            known = {column.name: getattr(row, column.name) for column in row.__table__.columns}
            known |= checks_of(table, known.__getitem__)
            values = ", ".join(f":{name}" for name in known)
            connection.execute(f"REPLACE INTO {table} ({', '.join(known)}) VALUES ({values})", known)  # noqa: S608
        connection.commit()


def mutated(issue: Issue, dice: random.Random) -> tuple[str, Issue]:
    """Return an issue in which one printed value is another one, and the way to that value."""
    while True:
        leaves = [path for path in paths(issue) if path[0] != "uid"]
        path = dice.choice(leaves)
        try:
            other = put(issue, path, dice)
        except ValueError:
            # the model refuses the value: nobody can store it either
            continue
        if other != issue:
            return ".".join(step for step in path if isinstance(step, str)), other


def paths(value: typing.Any, way: tuple[typing.Any, ...] = ()) -> Iterator[tuple[typing.Any, ...]]:
    """Yield the way to every printed value: names of fields and places in tuples."""
    if isinstance(value, _ARCHIVES):
        return
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from paths(getattr(value, field.name), (*way, field.name))
        return
    if isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from paths(part, (*way, place))
        if value:
            yield way
        return
    yield way


def put(value: typing.Any, way: tuple[typing.Any, ...], dice: random.Random) -> typing.Any:
    """Return the value with another one at the end of the way."""
    if not way:
        return other_than(value, dice)
    step, rest = way[0], way[1:]
    if isinstance(step, int):
        return (*value[:step], put(value[step], rest, dice), *value[step + 1 :])
    return replace(value, **{step: put(getattr(value, step), rest, dice)})


def other_than(value: typing.Any, dice: random.Random) -> typing.Any:
    """Return another value of the kind: a character, a day, a place in a list more, less or otherwise."""
    if isinstance(value, Enum):
        return dice.choice([one for one in type(value) if one is not value])
    if isinstance(value, str | tuple):
        return otherwise(value, dice)
    if isinstance(value, dt.date):
        return value + dt.timedelta(days=dice.choice((-1, 1)))
    if isinstance(value, bool) or not isinstance(value, int):
        return not value if isinstance(value, bool) else value
    return value + dice.choice((-1, 1))


def otherwise(value: typing.Any, dice: random.Random) -> typing.Any:
    """Return a text or a list with one place more, less, or in another order."""
    at = dice.randrange(len(value) + isinstance(value, str))
    if isinstance(value, str):
        return dice.choice((value[:at] + dice.choice("改，。1 a") + value[at:], value[:at] + value[at + 1 :]))
    return dice.choice((value[:at] + value[at + 1 :], value[::-1]))


# the files


def changed_kept_files(office: Office, uid: str, dice: random.Random, place: Path) -> Iterator[tuple[str, bool]]:
    """Yield whether a change of one byte of a kept file was found."""
    path = place / "library.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER released_files_no_update")
        kept = connection.execute("SELECT sha256, data FROM released_files").fetchall()
    for _ in range(CHANGES // 4):
        sha256, data = dice.choice(kept)
        put_bytes(path, sha256, flipped(data, dice))
        yield sha256, not verify_issue(office, uid).holds
        put_bytes(path, sha256, data)


def put_bytes(path: Path, sha256: str, data: bytes) -> None:
    """Put other bytes under a name."""
    with closing(sqlite3.connect(path, timeout=10)) as connection:
        connection.execute("UPDATE released_files SET data = ? WHERE sha256 = ?", (data, sha256))
        connection.commit()


def changed_files(office: Office, files: tuple[Path, ...], dice: random.Random) -> Iterator[tuple[str, bool]]:
    """Yield whether a change of one byte of an exported file was found.

    In a package a byte of the zip's own headers may change nothing that is packed: then the parts decide.
    """
    whole = {path: path.read_bytes() for path in files}
    for _ in range(CHANGES // 4):
        path = dice.choice(files)
        path.write_bytes(flipped(whole[path], dice))
        verdict = verify_file(office, path)
        same = path.suffix == ".bulletin" and verdict.holds and parts(path) == parts_of(whole[path])
        path.write_bytes(whole[path])
        yield path.suffix, not verdict.holds or same


def parts(path: Path) -> str:
    """Return a digest of what a package holds."""
    return parts_of(path.read_bytes())


def parts_of(data: bytes) -> str:
    """Return a digest of what a package's bytes hold."""
    from editor.interchange.package import read_package

    return hashlib.sha256(repr(read_package(data)).encode()).hexdigest()


def flipped(data: bytes, dice: random.Random) -> bytes:
    """Return bytes with one of them another."""
    at = dice.randrange(len(data))
    return data[:at] + bytes([data[at] ^ dice.randint(1, 255)]) + data[at + 1 :]


# archive metadata


def harmless(office: Office, uid: str, dice: random.Random) -> Iterator[None]:
    """Change tags, notes, states, waivers and registers through the library, one at a time."""
    for count in range(HARMLESS):
        issue = office.library.issue(uid)
        office.library.save_issue(dice.choice((tagged, noted, waived, dated))(issue, count, dice), author="甲")
        yield


def tagged(issue: Issue, count: int, dice: random.Random) -> Issue:
    """Tag an article."""
    return with_archive(issue, dice, tags=(f"标签{count}",), editor=f"编辑{count}")


def dated(issue: Issue, count: int, dice: random.Random) -> Issue:
    """Give an article its source's date."""
    return with_archive(issue, dice, published=dt.date(2024, 1, 1) + dt.timedelta(days=count), state="一审")


def noted(issue: Issue, count: int, dice: random.Random) -> Issue:
    """Note something with an article and the issue."""
    made = with_archive(issue, dice, notes=(f"记{count}",))
    return replace(made, archive=replace(issue.archive, notes=(f"记{count}",)))


def waived(issue: Issue, count: int, _dice: random.Random) -> Issue:
    """Let a finding stand."""
    waiver = Waiver(rule="dates.no-year", key=f"{count:064x}", reason="原文如此", name=EDITOR, at=AT)
    return replace(issue, archive=replace(issue.archive, waivers=(*issue.archive.waivers, waiver)))


def with_archive(issue: Issue, dice: random.Random, **fields: typing.Any) -> Issue:
    """Return the issue with other archive metadata of one article."""
    chosen = dice.choice(list(issue.articles())).uid
    sections = tuple(
        replace(
            section,
            articles=tuple(
                replace(one, archive=replace(one.archive, **fields)) if one.uid == chosen else one
                for one in section.articles
            ),
        )
        for section in issue.sections
    )
    return replace(issue, sections=sections)


if __name__ == "__main__":
    main()
