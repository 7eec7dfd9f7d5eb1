"""What killed programs leave in the temporary folder, and who takes it away."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from editor.desk.files import write_file
from editor.model.errors import UserError
from editor.pages.typesetter import Typesetter
from editor.system.scratch import lasting_folder, scratch_folder

ROOT = Path(__file__).parents[2]
WORKS = {
    "typesetting": "from editor.pages.typesetter import Typesetter as T; kept = T()",
    "a paper": "from editor.system.scratch import scratch_folder as s; kept = s('paper'); kept.__enter__()",
    "a file to look at": "from editor.ui.kit import viewer; (viewer.folder_to_view_from() / 'a.pdf').write_bytes(b'')",
}


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def begin(place, work):
    """Start a child that works in the temporary folder and stays there; return it once it has begun."""
    code = f"import time; exec({work!r}); print('begun', flush=True); time.sleep(600)"
    names = os.environ | {"TMPDIR": str(place), "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.Popen([sys.executable, "-c", code], env=names, stdout=subprocess.PIPE)
    assert child.stdout.readline().strip() == b"begun"
    return child


def kill(child):
    child.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
    child.wait()
    child.stdout.close()


@pytest.mark.parametrize("work", WORKS.values(), ids=WORKS)
def test_what_a_killed_program_left_goes_with_the_next_one_never_a_living_ones(place, work):
    child = begin(place, work)
    try:
        theirs = [one for one in place.iterdir() if f"-{child.pid}-" in one.name]
        assert theirs
        with scratch_folder("other"):
            assert all(one.exists() for one in theirs)
    finally:
        kill(child)
    with Typesetter():
        assert not any(one.exists() for one in theirs)
    assert list(place.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there a profile's folder is private")
@pytest.mark.usefixtures("place")
def test_scratch_is_private():
    with scratch_folder("pages") as folder:
        assert folder.stat().st_mode & 0o777 == 0o700
    assert lasting_folder("view").stat().st_mode & 0o777 == 0o700


def test_what_another_program_has_there_stays(place):
    (place / "bulletin-board").mkdir()
    (place / "bulletin-1-file").write_bytes(b"")
    if sys.platform != "win32":
        (place / "elsewhere").mkdir()
        (place / "bulletin-view-999999999-link").symlink_to(place / "elsewhere")
    before = set(place.iterdir())
    with scratch_folder("pages"):
        pass
    assert set(place.iterdir()) == before


def test_folders_of_older_versions_go_after_a_week(place):
    for name, days in (("bulletin-pages-ab12_x", 8), ("bulletin-view-cd34", 6)):
        (place / name).mkdir()
        os.utime(place / name, (time.time() - days * 86400,) * 2)
    with scratch_folder("pages"):
        assert not (place / "bulletin-pages-ab12_x").exists()
        assert (place / "bulletin-view-cd34").exists()


def test_a_temporary_folder_that_is_full_or_gone_is_said(place, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(place / "none"))
    with pytest.raises(UserError, match="临时文件夹"), scratch_folder("pages"):
        pass


def test_parts_of_killed_writers_go_with_the_next_write(tmp_path):
    child = begin(tmp_path, "pass")
    living = tmp_path / f".刊-{child.pid}.part"
    killed = [
        tmp_path / name for name in (".刊-999999999.part", ".刊-999999999.part-journal", ".bulletin-ab12cd34.part")
    ]
    young = tmp_path / ".bulletin-ef56ab78.part"
    other = tmp_path / ".notes.part"
    for path in (living, *killed, young, other):
        path.write_bytes(b"half")
    os.utime(killed[-1], (0, 0))
    try:
        write_file(tmp_path / "a.pdf", b"one")
    finally:
        kill(child)
    assert set(tmp_path.iterdir()) == {living, young, other, tmp_path / "a.pdf"}


def test_any_start_of_the_program_takes_away_what_a_killed_one_left(place, tmp_path_factory):
    child = begin(place, WORKS["typesetting"])
    kill(child)
    assert list(place.iterdir())
    library = tmp_path_factory.mktemp("刊") / "刊.db"
    names = os.environ | {"TMPDIR": str(place), "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-m", "editor", "list", "--library", str(library)], env=names, check=True)
    assert list(place.iterdir()) == []
