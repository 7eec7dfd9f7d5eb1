"""500 damaged packages against one library: python -m tests.benchmarks.bench_damaged_packages

Says how many were refused and whether the library changed. A change that leaves every part as it was (a date in the
zip's own headers) is no damage and not counted.
"""

import hashlib
import random
import tempfile
from pathlib import Path

from db.library import open_library
from editor.desk.importing import import_file
from editor.desk.ports import Library
from editor.interchange.package import Package, read_package, write_package
from editor.interchange.sample import sample_issue
from editor.model.errors import UserError

COUNT = 500


def main() -> None:
    """Print the figures."""
    dice = random.Random(213)
    issue, publication, pictures = sample_issue()
    whole = write_package(Package(issue=issue, publication=publication, pictures=pictures))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with open_library(place / "library.db") as library:
            before = state(library)
            refused = sum(is_refused(library, place, damage(dice, whole)) for _ in range(COUNT))
            unchanged = state(library) == before
    print(f"{refused} of {COUNT} damaged packages refused; library {'unchanged' if unchanged else 'CHANGED'}")


def damage(dice: random.Random, whole: bytes) -> bytes:
    """Return a package with real damage of a random kind."""
    while True:
        broken = dice.choice((cut, flipped, zeroed, swapped, doubled, stuffed))(dice, whole)
        if not is_same(broken, whole):
            return broken


def cut(dice: random.Random, whole: bytes) -> bytes:
    """End anywhere."""
    return whole[: dice.randrange(len(whole))]


def flipped(dice: random.Random, whole: bytes) -> bytes:
    """Turn one to eight bits."""
    data = bytearray(whole)
    for _ in range(dice.randint(1, 8)):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(data)


def zeroed(dice: random.Random, whole: bytes) -> bytes:
    """Lose a sector."""
    start = dice.randrange(len(whole))
    return whole[:start] + b"\0" * min(512, len(whole) - start) + whole[start + 512 :]


def swapped(dice: random.Random, whole: bytes) -> bytes:
    """Exchange two pieces."""
    one, two = sorted(dice.sample(range(len(whole) - 64), 2))
    data = bytearray(whole)
    data[one : one + 64], data[two : two + 64] = data[two : two + 64], data[one : one + 64]
    return bytes(data)


def doubled(dice: random.Random, whole: bytes) -> bytes:
    """Repeat a piece."""
    start = dice.randrange(len(whole))
    return whole[:start] + whole[start : start + 4096] + whole[start:]


def stuffed(dice: random.Random, whole: bytes) -> bytes:
    """Put foreign bytes in."""
    start = dice.randrange(len(whole))
    return whole[:start] + dice.randbytes(dice.randint(1, 2000)) + whole[start:]


def is_same(broken: bytes, whole: bytes) -> bool:
    """Return whether every part is still what it was."""
    try:
        return read_package(broken) == read_package(whole)
    except UserError:
        return False


def is_refused(library: Library, place: Path, data: bytes) -> bool:
    """Return whether the library refuses a package."""
    path = place / "damaged.bulletin"
    path.write_bytes(data)
    try:
        import_file(path, library)
    except UserError:
        return True
    return False


def state(library: Library) -> str:
    """Return a digest of what the library holds."""
    held = (library.issues(), library.publications(), library.files.fonts())
    return hashlib.sha256(repr(held).encode()).hexdigest()


if __name__ == "__main__":
    main()
