"""What the installers say must be true of the program; checked by their own tools where these are installed."""

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from editor.cli.parser import build_parser

ROOT = Path(__file__).parent.parent.parent
LINUX, WINDOWS = ROOT / "packaging" / "linux", ROOT / "packaging" / "windows"
MIME = "application/vnd.bulletin-desk.issue+zip"


def run(*command, cwd=None):
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_desktop_starts_a_command_that_exists():
    entry = dict(line.split("=", 1) for line in (LINUX / "bulletin-desk.desktop").read_text("utf-8").splitlines()[1:])
    words = entry["Exec"].replace("%F", "a.bulletin").split()
    assert words[0] == "bulletin-desk"
    assert build_parser().parse_args(words[1:]).files == [Path("a.bulletin")]
    assert entry["MimeType"] == f"{MIME};"


def test_one_name_for_the_kind_of_file():
    metainfo = etree.parse(LINUX / "bulletin-desk.metainfo.xml")
    types = etree.parse(LINUX / "bulletin-desk.xml").getroot()
    assert metainfo.findtext("provides/mediatype") == MIME
    assert [child.get("type") for child in types] == [MIME]
    assert 'pattern="*.bulletin"' in (LINUX / "bulletin-desk.xml").read_text("utf-8")
    assert r"Software\Classes\.bulletin" in (WINDOWS / "bulletin-desk.nsi").read_text("utf-8")


def test_the_desktop_entry_is_valid():
    run("desktop-file-validate", str(LINUX / "bulletin-desk.desktop"))


def test_the_description_is_valid():
    own_id = "--override=cid-desktopapp-is-not-rdns=info"
    run("appstreamcli", "validate", "--no-net", own_id, str(LINUX / "bulletin-desk.metainfo.xml"))


def test_the_windows_installer_compiles(tmp_path):
    folder = tmp_path / "folder"
    (folder / "_internal").mkdir(parents=True)
    shutil.copy(ROOT / "LICENSE", folder / "_internal")
    places = {"VERSION": "0.1.0", "FOLDER": folder, "ICONS": ROOT / "resources" / "app", "OUTPUT": tmp_path / "new.exe"}
    defined = [f"-D{name}={value}" for name, value in places.items()]
    run("makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, str(WINDOWS / "bulletin-desk.nsi"))
    assert (tmp_path / "new.exe").exists()


def test_the_menu_script_installs_and_takes_everything_out_again(tmp_path):
    beside, data = tmp_path / "an app & more" / "desktop", tmp_path / "data"
    shutil.copytree(LINUX, beside)
    for icon in ("bulletin-desk.svg", "bulletin-document.svg"):
        shutil.copy(ROOT / "resources" / "app" / icon, beside)
    script = str(beside / "install.sh")
    call = ["env", f"XDG_DATA_HOME={data}", "sh", script]
    run(*call)
    entry = (data / "applications" / "bulletin-desk.desktop").read_text("utf-8")
    assert f'Exec="{beside.parent / "bulletin-desk"}" open %F' in entry
    run(*call, "--remove")
    assert [path for path in data.rglob("*bulletin*") if path.suffix in (".desktop", ".svg")] == []
