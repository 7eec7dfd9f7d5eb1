"""Makes the corpus: what the programs of before wrote, with what they said of it. Run by hand, once a release.

    .venv/bin/python -m tests.corpus.make

Every file was made by the program at commit a5f9ce4 (schema 0014: `today`), or by the older programs below, taken out
of the git history and run with the packages of that day; answers (`*.said.json.xz`) are a5f9ce4's, after its upgrade. A
file that is there is never made anew. No program ended with schema 0001 or 0006: those of 0002 and 0007 wrote libraries
that were held at these; 0010 and 0012 were never given to a schema.

At the next release: give `PROGRAMS` the schema and commit of this one, and run this again (answers of new files are
those of the commit that runs); a library rich in what is new gets a name and a maker of its own beside `today`. Then
name the new commit above. See `saying` for what may change of the answers.
"""

import lzma
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.corpus import today
from tests.corpus.saying import FILES, answers, office, unpacked
from tests.corpus.small import brought_up
from tests.corpus.today import json_bytes

HERE = Path(__file__).parent
PROGRAMS = {
    "0001": "4c4ba9e",
    "0002": "4c4ba9e",
    "0003": "90e5493",
    "0004": "c1ae1f7",
    "0005": "a97608e",
    "0006": "fe4014c",
    "0007": "fe4014c",
    "0008": "f17f660",
    "0009": "d192b04",
    "0011": "4adb5e5",
    "0013": "004aa0f",
}
MAKER = "ee6d980"
"""The commit whose `old_program.py` runs inside these programs."""
HELD = ("0001", "0006")
SIGNED_AGAIN = ("0009", "0011", "0013")
"""Their packages are of the kinds of 0008 and today: a hundred kilobytes each that prove nothing more."""
BROUGHT_UP = ("0002", "0007", "0013")
"""Kept as well as today's program left them when it ended right after bringing them up."""
LEFT = ("settings.bulletin-profile", "registers.json")
GIVEN = ("issue.json", "issue.bulletin", "chief.key", "trust.json")


def main():
    FILES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for revision, commit in PROGRAMS.items():
            if not (FILES / f"{revision}.db-wal.xz").exists():
                _old(Path(folder) / revision, revision, commit)
        if not (FILES / "today.db.xz").exists():
            today.main(Path(folder) / "today", _keep)
        for name in (*PROGRAMS, "today", "leftover"):
            _say(name, Path(folder) / f"said-{name}")


def _old(folder, revision, commit):
    """Let an old program write its library and files, and leave it once without a word."""
    program, made = folder / "program", folder / "made"
    program.mkdir(parents=True)
    archive = subprocess.run(
        ("git", "archive", commit, "editor", "db", "resources"), cwd=HERE.parents[1], check=True, capture_output=True
    )
    subprocess.run(("tar", "-x", "-C", program), input=archive.stdout, check=True)
    # as it was: modules and names have moved since
    (folder / "old_program.py").write_bytes(_out_of_history(f"{MAKER}:tests/corpus/old_program.py"))

    def run(what, where):
        call = [sys.executable, folder / "old_program.py", what, where, *([revision] if revision in HELD else [])]
        subprocess.run(call, cwd=folder, env=os.environ | {"PYTHONPATH": str(program)}, check=True)

    if not (FILES / f"{revision}.db.xz").exists():
        run("make", made)
        _keep(f"{revision}.db.xz", (made / "library.db").read_bytes())
        _keep_given(revision, made, GIVEN)
    left = folder / "left"
    left.mkdir()
    unpacked(f"{revision}.db.xz", left).rename(left / "library.db")
    shutil.copy(left / "library.db", folder / "old.db")
    run("leave", left)
    if (left / "library.db").read_bytes() != (folder / "old.db").read_bytes():
        raise SystemExit(f"{revision} wrote into its file: its log stands beside another one")
    _keep(f"{revision}.db-wal.xz", (left / "library.db-wal").read_bytes())
    _keep_given(revision, left, LEFT)
    if revision in BROUGHT_UP:
        brought_up(folder / "old.db", revision, _keep)


def _out_of_history(name):
    return subprocess.run(("git", "show", name), cwd=HERE.parents[1], check=True, capture_output=True).stdout


def _keep_given(revision, folder, names):
    for name in names:
        if (folder / name).exists() and not (revision in SIGNED_AGAIN and name.endswith(".bulletin")):
            _keep(f"{revision}.{name}", (folder / name).read_bytes())


def _say(name, folder):
    """Keep what today's program reads from a library."""
    if (FILES / f"{name}.said.json.xz").exists():
        return
    folder.mkdir()
    trust = FILES / f"{name}.trust.json"
    if name == "leftover":
        unpacked("leftover.db-wal.xz", folder)
    with office(unpacked(f"{name}.db.xz", folder), trust) as desk:
        _keep(f"{name}.said.json.xz", json_bytes(answers(desk)))


def _keep(name, data):
    if (FILES / name).exists():
        return
    (FILES / name).write_bytes(lzma.compress(data, preset=9) if name.endswith(".xz") else data)


if __name__ == "__main__":
    main()
