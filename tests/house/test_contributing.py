"""CONTRIBUTING.md and the picture of the rooms are up to date with the code."""

import importlib.util
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
QUOTED = re.findall(r"`([^`\n]+)`", TEXT)
PATHS = sorted({one for one in QUOTED if re.fullmatch(r"[\w./-]+(\.(py|svg|po|toml|md|json)|/)", one)})
BENCHMARKS = sorted({one.split()[0] for one in QUOTED if re.match(r"(bench|campaign)_", one)})


def _rooms():
    spec = importlib.util.spec_from_file_location("rooms", ROOT / "packaging" / "rooms.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_picture_and_folders_are_those_of_the_code(capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["rooms.py", "--check"])
    assert _rooms().main() == 0, f"run python packaging/rooms.py: {capsys.readouterr().out}"


@pytest.mark.parametrize(("room", "other", "way"), [("editor.desk", "editor.model", "dot"), ("db", "editor.ui", "up")])
def test_an_import_shows_in_the_picture_and_one_that_goes_up_in_red(monkeypatch, room, other, way):
    rooms = _rooms()
    monkeypatch.setattr(rooms, "imports", lambda: {(room, other)})
    assert [one for one in ("dot", "up") if f'class="{one}"' in rooms.picture()] == [way]


def _files():
    folders = (ROOT / name for name in ("editor", "db", "resources", "packaging", "tests"))
    for path in (*(one for folder in folders for one in (folder, *folder.rglob("*"))), *ROOT.glob("*.*")):
        if "__pycache__" not in path.parts:
            yield "/" + path.relative_to(ROOT).as_posix() + ("/" if path.is_dir() else "")


FILES = tuple(_files())


@pytest.mark.parametrize("name", PATHS)
def test_a_file_or_folder_that_is_named_is_there(name):
    assert re.search(r"[A-Z]{4}", name) or any(one.endswith(f"/{name}") for one in FILES)


@pytest.mark.parametrize("name", BENCHMARKS)
def test_a_benchmark_that_is_named_is_there(name):
    assert (ROOT / "tests" / "benchmarks" / f"{name}.py").is_file()


def _names():
    for room in ("editor", "db"):
        for path in (ROOT / room).rglob("*.py"):
            module = path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
            yield from (module, module.rpartition(".")[2])
            yield from re.findall(r"\w+", path.read_text(encoding="utf-8"))


def _is_there(name, known):
    """Whether a name is in the code, of one such as Number.total both parts."""
    parts = name.removeprefix("archive.").split(".")
    return name in known or (set(parts) <= known and not name.startswith("editor."))


def test_the_glossary_names_what_is_in_the_code():
    rows = re.findall(r"^\| [^|]+ \| [^|]+ \| ([^|]+) \| [^|]+ \|$", TEXT, re.MULTILINE)
    assert len(rows) > 50
    words = {one for row in rows for one in re.findall(r"`([^`]+)`", row)}
    known = set(_names())
    missing = {one for one in words if not _is_there(one, known)}
    assert not missing
