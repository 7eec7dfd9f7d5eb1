"""What a power cut leaves of what was reported: python -m tests.benchmarks.campaign_power [CUTS] [--no-folder-sync].

Needs root, loop devices and mkfs.ext4. A child saves and backs up on a file system in an image and says so; at a random
moment it is halted and the image is copied under the file system: what only the system's memory holds is not in the
copy, as after a power cut. The copy is mounted, its journal replayed, and what was reported by then is looked for.
--no-folder-sync: without the sync of folders, to see that the campaign can fail.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from db import shelf
from db.connecting import connect
from editor.model.errors import UserError

_SIZE, _SEED = 96 << 20, 20260301
# far behind, so that nothing is written by the clock alone
_MOUNTED = "loop,commit=300"
_LIBRARY = "刊/数据观察.db"
_CHILD = """
import random, sys, time
from pathlib import Path
from db import shelf
from editor.desk.printable_issue import add_sample
from editor.system import lasting
if sys.argv[2] == "no":
    lasting.sync_folder = lambda folder: None
place, saved = Path(sys.argv[1]), 0
with shelf.open_library(place) as library:
    add_sample(library)
while True:
    with shelf.open_library(place) as library:
        for _ in range(3):
            saved += 1
            library.files.add_original(f"{saved}.txt", str(saved).encode() * 50)
            print("saved", saved, flush=True)
    made = shelf.back_up(place)
    print("backup", made.path.name, flush=True)
    # whoever has closed the program does nothing for a while
    time.sleep(random.random())
"""


@dataclass
class Reports:
    """What the child has said so far. backup: the name of the last one."""

    saved: int = 0
    backup: str = ""
    backups: int = 0
    lines: list[str] = field(default_factory=list)

    def take(self, line: str) -> None:
        """Take a line."""
        what, _, value = line.strip().partition(" ")
        if what == "saved":
            self.saved = int(value)
        elif what == "backup":
            self.backup, self.backups = value, self.backups + 1


def main() -> int:
    """Print a line a cut. Returns 1 where something that was reported is missing."""
    numbers = [one for one in sys.argv[1:] if one.isdecimal()]
    cuts, synced = int(numbers[0]) if numbers else 30, "--no-folder-sync" not in sys.argv
    chance, bad = random.Random(_SEED), 0
    with tempfile.TemporaryDirectory(prefix="campaign-power-") as name:
        print("cut  saves reported/there  newest backup reported/there/sound  library")
        for cut in range(1, cuts + 1):
            said, found = _cut(Path(name), chance.uniform(0.2, 6), synced=synced)
            bad += not found.whole(said)
            print(f"{cut:3}  {said.saved:5}/{found.saved:<5}  {said.backups:3} {found.backup:16}  {found.library}")
    print(f"{cuts} cuts, {bad} lost something that was reported")
    return int(bool(bad))


@dataclass(frozen=True)
class Found:
    """What the copy holds."""

    saved: int
    backup: str
    library: str

    def whole(self, said: Reports) -> bool:
        """Return whether everything reported is there."""
        return self.saved >= said.saved and self.backup in ("there, sound", "none yet") and self.library == "ok"


def _cut(folder: Path, seconds: float, *, synced: bool) -> tuple[Reports, Found]:
    image, copy = folder / "image", folder / "copy"
    image.unlink(missing_ok=True)
    with image.open("wb") as file:
        file.truncate(_SIZE)
    _run("mkfs.ext4", "-q", "-F", str(image))
    with _mounted(image, folder / "disk") as disk:
        said = _work(disk, image, copy, seconds, synced=synced)
    with _mounted(copy, folder / "after") as after:
        return said, _look(after / _LIBRARY, said)


def _work(disk: Path, image: Path, copy: Path, seconds: float, *, synced: bool) -> Reports:
    """Let a child work, halt it, copy the image as it is on the device; return what was reported by then."""
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(disk / _LIBRARY), "yes" if synced else "no"],
        stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": str(Path.cwd())},
    )  # fmt: skip
    said, begun = Reports(), threading.Event()
    reader = threading.Thread(target=_read, args=(child, said, begun))
    reader.start()
    begun.wait()
    time.sleep(seconds)
    child.send_signal(signal.SIGSTOP)
    while _state(child.pid) != "T":
        time.sleep(0.001)
    device = _device(image)
    for _ in range(50):
        before = _writes(device)
        shutil.copyfile(image, copy)
        if _writes(device) == before:
            break
    else:
        raise SystemExit("the device does not come to rest")
    # killed halted: it reports nothing more
    child.kill()
    child.wait()
    reader.join()
    return said


def _read(child: "subprocess.Popen[str]", said: Reports, begun: threading.Event) -> None:
    for line in child.stdout or ():
        said.take(line)
        begun.set()
    begun.set()


def _look(library: Path, said: Reports) -> Found:
    try:
        # opened as its user would: what waits in the log is applied
        with shelf.open_library(library):
            state = "ok"
        with closing(connect(library, "mode=ro")) as connection:
            saved = int(connection.execute("SELECT count(*) FROM originals").fetchone()[0])
    except UserError as error:
        return Found(0, "", str(error))
    if not said.backup:
        return Found(saved, "none yet", state)
    backup = next((one for one in shelf.backups_of(library) if one.path.name == said.backup), None)
    if backup is None:
        return Found(saved, "MISSING", state)
    try:
        shelf.check_backup(backup)
    except UserError as error:
        return Found(saved, f"damaged: {error}", state)
    return Found(saved, "there, sound", state)


@contextmanager
def _mounted(image: Path, place: Path) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    _run("mount", "-o", _MOUNTED, str(image), str(place))
    try:
        yield place
    finally:
        _run("umount", str(place))


def _device(image: Path) -> str:
    said = subprocess.run(["losetup", "-j", str(image)], capture_output=True, text=True, check=True).stdout
    return Path(said.partition(":")[0]).name


def _writes(device: str) -> str:
    """Return what the kernel counts of a device: requests and sectors written, and what is under way."""
    fields = Path(f"/sys/block/{device}/stat").read_text(encoding="ascii").split()
    return " ".join((fields[4], fields[6], fields[8]))


def _state(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main())
