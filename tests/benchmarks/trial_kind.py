"""What finds a new kind of block: python -m tests.benchmarks.trial_kind

Plants a kind with a text of its own and a line of its own in the body's editor in a copy, and has mypy look through it.
Then says which files tell kinds apart without being named, which is none, and which name a kind for another reason.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import get_args

from editor.model.body import Block
from tests.house.test_kinds import ROOT, faults

KIND = '''
@dataclass(frozen=True, slots=True, kw_only=True)
class Callout:
    """A remark set off from the text, with a title of its own."""

    title: str = ""
    runs: Text = ()
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        check_uid(self.uid)


Block = Callout | '''
PLANTED = (
    ("editor/model/body.py", "\nBlock = ", KIND),
    ("editor/model/block_texts.py", '    TEXT = "text"\n', '    TEXT = "text"\n    CALLOUT_TITLE = "callout_title"\n'),
    ("editor/ui/body/shapes.py", '    QUOTE = "quote"\n', '    QUOTE = "quote"\n    CALLOUT = "callout"\n'),
)
COPIED = ("editor", "db", "resources", "pyproject.toml", ".mypy_cache")
ERROR = re.compile(r"^(.+?):(\d+): error: (.*)$", re.MULTILINE)
NAME = re.compile(rf"\b(?:{'|'.join(kind.__name__ for kind in get_args(Block))})\b")


def main() -> int:
    """Print both lists. Returns 1 where the second one is not empty."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        copy(place)
        named = checked(place)
        silent = [f"{path}:{line} {fault}" for path in sources(place) for line, fault in told_apart(place, path)]
        others = [path for path in sources(place) if str(path) not in named and names_a_kind(place / path)]
    print(f"mypy names {sum(map(len, named.values()))} places in {len(named)} files:")
    for path, lines in sorted(named.items()):
        print(f"  {path}: {', '.join(lines)}")
    print(f"tell kinds apart without being named: {len(silent)}")
    print("".join(f"  {one}\n" for one in silent), end="")
    print(f"name a kind to make one, or to say what they take: {len(others)}")
    print("".join(f"  {one}\n" for one in others), end="")
    return 1 if silent else 0


def copy(place: Path) -> None:
    """Copy what mypy reads, and plant the kind."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif (ROOT / name).exists():
            shutil.copy2(ROOT / name, place / name)
    for name, old, new in PLANTED:
        text = (place / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{name} has changed: say anew where to plant"
        (place / name).write_text(text.replace(old, new), encoding="utf-8")


def checked(place: Path) -> dict[str, list[str]]:
    """Return the lines that mypy names, by file."""
    run = subprocess.run([sys.executable, "-m", "mypy"], cwd=place, capture_output=True, text=True, check=False)
    named: dict[str, list[str]] = defaultdict(list)
    for path, line, _ in ERROR.findall(run.stdout):
        named[path].append(line)
    return named


def sources(place: Path) -> list[Path]:
    """Return the program's modules."""
    return sorted(path.relative_to(place) for room in ("editor", "db") for path in (place / room).rglob("*.py"))


def told_apart(place: Path, path: Path) -> list[tuple[int, str]]:
    """Return the lines that would let the kind through."""
    return list(faults((place / path).read_text(encoding="utf-8"), ".".join(path.with_suffix("").parts)))


def names_a_kind(path: Path) -> bool:
    """Return whether a module imports a kind of block."""
    text = path.read_text(encoding="utf-8")
    imports = re.findall(r"from editor\.model\.body import (?:\(([^)]*)\)|(.*))", text)
    return any(NAME.search("".join(names)) for names in imports)


if __name__ == "__main__":
    sys.exit(main())
