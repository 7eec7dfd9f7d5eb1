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


@pytest.fixture
def called(dev, monkeypatch):
    """dev.py whose commands are noted, not run; the environment is there."""
    commands = []
    monkeypatch.setattr(dev, "set_up", lambda: None)
    monkeypatch.setattr(
        dev, "call", lambda *command, **_how: commands.append([Path(command[0]).name, *command[1:]]) or 0
    )
    monkeypatch.setattr(dev.system_libraries, "provide", lambda *_wanted: [])
    monkeypatch.setattr(dev, "CHECKS", {})
    return commands


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["fix"], [["ruff", "check", "--fix", "."], ["ruff", "format", "."]]),
        (["lang"], [["python", str(PACKAGING / "languages.py")]]),
        (
            ["shots", "dark"],
            [["python", str(PACKAGING / "screenshots.py"), str(ROOT / "build" / "screenshots"), "dark"]],
        ),
        (["bench", "marks", "9"], [["python", "-m", "tests.benchmarks.bench_marks", "9"]]),
        (["bench", "campaign_kills"], [["python", "-m", "tests.benchmarks.campaign_kills"]]),
        (["proof"], [["python", str(PACKAGING / "proof.py")]]),
        (["build"], [["python", str(PACKAGING / "build.py")]]),
        (["test", "tests/text", "-x"], [["python", "-m", "pytest", "tests/text", "-x"]]),
        (
            ["test", "tests/house/test_dev.py::test_pins_name_versions_only"],
            [["python", "-m", "pytest", "tests/house/test_dev.py::test_pins_name_versions_only"]],
        ),
        (
            ["test", "--explore", "tests/text"],
            [["python", "-m", "pytest", "--hypothesis-profile=explore", "tests/text"]],
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value[0], str) else "",
)
def test_a_job_runs_its_commands(dev, called, words, wanted):
    assert dev.main(words) == 0
    assert called == wanted


@pytest.mark.parametrize(
    ("words", "rest"), [(["test"], []), (["test", "--", "-x", "-k", "folio"], ["-x", "-k", "folio"])]
)
def test_all_tests_run_side_by_side(dev, called, words, rest):
    assert dev.main(words) == 0
    assert called == [["python", "-m", "pytest", "-n", str(dev.workers()), "--dist", "worksteal", *rest]]
    assert dev.workers() >= 2


def test_without_qt_the_other_tests_run(dev, called, monkeypatch):
    monkeypatch.setattr(dev.system_libraries, "provide", lambda *_wanted: ["libegl1"])
    assert dev.main(["test", "tests/text"]) == 0
    assert called == [["python", "-m", "pytest", "-p", "no:pytest-qt", "tests/text"]]


def test_what_can_be_measured_is_listed_by_what_it_says(dev, called, capsys):
    assert dev.main(["bench"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert "marks              What 500 marks cost a key in an article of 3,000 characters" in listed
    assert any(line.startswith("campaign_kills ") for line in listed)
    assert all(len(line.split(maxsplit=1)) == 2 for line in listed)
    assert called == []


def test_an_unknown_measurement_names_those_there_are(dev, called, capsys):
    assert dev.main(["bench", "nothing"]) == 2
    said = capsys.readouterr().out
    assert "nothing" in said
    assert "bench_" not in said
    assert "typing" in said
    assert called == []


@pytest.mark.parametrize("words", [[], ["tests"]])
def test_an_unknown_job_names_all_there_are(dev, called, capsys, words):
    assert dev.main(words) == 2
    said = capsys.readouterr().out
    jobs = ("run", "test", "check", "fix", "lang", "bench", "shots", "proof", "build")
    assert all(re.search(rf"^{job}\b", said, re.MULTILINE) for job in jobs)
    assert called == []


SOUND, FAULTY = ("python", "-c", "print('nothing')"), ("python", "-c", "print('two faults'); raise SystemExit(1)")


@pytest.fixture
def own_python(dev, monkeypatch):
    """The environment's programs are this interpreter."""
    monkeypatch.setattr(dev, "set_up", lambda: None)
    monkeypatch.setattr(dev, "tool_path", lambda _name: sys.executable)


@pytest.mark.usefixtures("own_python")
@pytest.mark.parametrize(("second", "code"), [(SOUND, 0), (FAULTY, 1)])
def test_checks_say_what_they_found_one_after_the_other(dev, monkeypatch, capfd, second, code):
    monkeypatch.setattr(dev, "CHECKS", {"first": SOUND, "second": second, "third": SOUND})
    assert dev.main(["check"]) == code
    found = {0: ["second: passed"], 1: ["second: FAILED", "two faults"]}[code]
    said = [line for line in capfd.readouterr().out.splitlines() if line and not line.startswith("没有通过")]
    assert said == ["first: passed", *found, "third: passed"]


@pytest.mark.usefixtures("own_python")
def test_a_check_is_run_by_its_name(dev, monkeypatch, capfd):
    monkeypatch.setattr(dev, "CHECKS", {"first": FAULTY, "second": SOUND})
    assert dev.main(["check", "second"]) == 0
    assert capfd.readouterr().out == "second: passed\n"
    assert dev.main(["check", "third"]) == 2
    assert "first、second" in capfd.readouterr().out


@pytest.mark.usefixtures("own_python")
def test_a_check_that_fails_beside_sound_tests_fails_the_job(dev, monkeypatch):
    monkeypatch.setattr(dev.system_libraries, "provide", lambda *_wanted: [])
    monkeypatch.setattr(dev, "call", lambda *_command: 0)
    for faulty, code in ((SOUND, 0), (FAULTY, 1)):
        monkeypatch.setattr(dev, "CHECKS", {"one": faulty})
        assert dev.main(["test"]) == code
        assert dev.main(["test", "tests/text"]) == 0


def test_the_checks_change_nothing(dev):
    assert dev.CHECKS["format"][-2:] == ("--check", ".")
    assert not any("--fix" in command for command in dev.CHECKS.values())


def test_the_hooks_before_a_commit_run_what_check_runs(dev):
    config = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert re.findall(r"repo: (\S+)", config) == ["local"]
    entries = re.findall(r"entry: (.+)", config)
    assert entries == [f"python3 packaging/dev.py check {name}" for name in dev.CHECKS]


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
