import ast
import importlib
import re
import sys
import threading
import tomllib
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PACKAGING = ROOT / "packaging"
PINS = dict(line.split("==") for line in (PACKAGING / "constraints.txt").read_text().split())
BUILD_PINS = [line.partition(";")[0] for line in (PACKAGING / "constraints-build.txt").read_text().splitlines()]


def key(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_dependency_is_pinned_exactly():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    names = {key(re.match(r"[\w.-]+", line)[0]) for line in wanted}
    assert names <= set(map(key, PINS))


def test_pins_name_versions_only():
    assert all(re.fullmatch(r"[0-9][0-9a-z.]*", version) for version in PINS.values())


def test_what_freezes_the_program_is_pinned_beside_the_rest():
    pins = dict(line.split("==") for line in BUILD_PINS)
    assert {"pyinstaller", "pyinstaller-hooks-contrib"} <= set(pins)
    assert all(re.fullmatch(r"[0-9][0-9a-z.]*", version) for version in pins.values())
    shared = {name: version for name, version in pins.items() if name in PINS}
    assert shared == {name: PINS[name] for name in shared}


@pytest.mark.parametrize("script", ["dev.py", "build.py", "system_libraries.py"])
def test_the_set_up_needs_only_the_standard_library(script):
    tree = ast.parse((PACKAGING / script).read_text(encoding="utf-8"), feature_version=(3, 11))
    plain = [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]
    chosen = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    foreign = {name.split(".")[0] for name in (*plain, *chosen)} - sys.stdlib_module_names
    assert foreign <= {"dev", "system_libraries"}


def test_packaging_does_not_hide_the_package_of_that_name():
    assert not (PACKAGING / "__init__.py").exists()


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_the_documents_name_both_commands(document):
    text = (ROOT / document).read_text(encoding="utf-8")
    assert "python3 packaging/dev.py run" in text
    assert "python3 packaging/dev.py test" in text


def test_ci_runs_the_readmes_test_command():
    assert "python3 packaging/dev.py test" in (ROOT / ".ci" / "run").read_text()


@pytest.fixture
def dev(monkeypatch, tmp_path):
    """dev.py, which makes its environment elsewhere."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    module = importlib.import_module("dev")
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    return module


@pytest.mark.parametrize(("pip", "anew"), [(False, True), (True, False)])
def test_an_environment_that_was_cut_off_while_it_was_made_is_made_anew(dev, monkeypatch, pip, anew):
    venv.create(dev.VENV, with_pip=False)
    if pip:
        (place,) = dev.VENV.glob("lib/*/site-packages")
        (place / "pip-1.dist-info").mkdir()
        (place / "pip-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: pip\nVersion: 1\n")
    made = []
    monkeypatch.setattr(venv, "create", lambda place, **_how: made.append(place))
    dev.make_venv()
    assert bool(made) is anew


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is held there")
def test_two_runs_at_once_set_up_once(dev, monkeypatch):
    made, asked = [], threading.Event()
    monkeypatch.setattr(dev, "make", lambda: made.append("second"))
    monkeypatch.setattr(dev, "is_set_up", lambda: asked.set() or bool(made))
    second = threading.Thread(target=dev.set_up)
    with dev.alone():
        second.start()
        assert asked.wait(60)
        made.append("first")
    second.join()
    assert made == ["first"]
