"""An operation that campaign_kills kills, and the folders in which it is done."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from db.library import open_library
from editor.desk.ports import Library
from editor.model.issue import Issue
from tests.corpus.saying import unpacked

Say = Callable[[str], None]
Faults = Iterator[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Operation:
    """prepare: once, in a folder; begin: a kill's own folder, from 0, -1 to try; work: says begin, ack …, step …, end.

    check: the next start in a killed one's folder, with what was acknowledged; yields fault and words. first: name of
    the phase before the first step, empty where the span is quartered.
    """

    name: str
    prepare: Callable[[Path], None]
    begin: Callable[[Path, int], Path]
    work: Callable[[Path, Say], None]
    check: Callable[[Path, list[str]], Faults]
    first: str = ""

    def order(self, phase: str) -> tuple[int, str]:
        """Return where a phase stands in the table."""
        known = (self.first, *STEPS)
        return (known.index(phase), "") if phase in known else (len(known) + (phase == "after its end"), phase)

    def belongs(self, path: Path) -> bool:
        """Return whether a file is one that the operation is to leave after the next start."""
        stays = (".db", ".db.lock", ".key", ".json", ".bulletin", ".pdf", ".docx")
        return path.name.endswith(stays) and not path.name.startswith(".")


STEPS = ("排版 PDF", "生成 Word 文件", "存下各页的样子", "打包", "写入文件", "import", "export", "submit")


def fresh(place: Path, number: int) -> Path:
    folder = place / f"{number}"
    shutil.rmtree(folder, ignore_errors=True)
    if number > 0:
        # nobody looks at an old one again
        shutil.rmtree(place / f"{number - 1}", ignore_errors=True)
    folder.mkdir()
    return folder


def copied(place: Path, number: int) -> Path:
    folder = fresh(place, number)
    shutil.copytree(place / "whole", folder, dirs_exist_ok=True)
    return folder


def same(place: Path, _number: int) -> Path:
    return place / "whole"


def nothing(_place: Path) -> None:
    return


def opened(folder: Path) -> Library:
    return open_library(folder / "library.db")


def read_all(library: Library) -> tuple[Issue, ...]:
    return tuple(library.issue(entry.uid) for entry in library.issues())


def small(place: Path) -> None:
    whole = place / "whole"
    whole.mkdir(exist_ok=True)
    unpacked("today.db.xz", whole).rename(whole / "library.db")
