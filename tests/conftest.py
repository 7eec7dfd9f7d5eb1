import gc
import itertools
import os
import tempfile
from functools import partial

import pytest
from hypothesis import HealthCheck, settings

# how fast a machine makes examples is no fault of the program
ANY_MACHINE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
# the same examples everywhere
settings.register_profile("steady", ANY_MACHINE, derandomize=True)
# others in every run, by --hypothesis-profile=explore; what fails says how to bring it again
settings.register_profile("explore", ANY_MACHINE, print_blob=True)
settings.load_profile("steady")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# for the processes beside this one: with memory of its own for every thread a closed window leaves 5 MB behind
os.environ.setdefault("MALLOC_ARENA_MAX", "1")
# as often as the program's window looks for rubbish: with Python's 700 a twelfth of the tests' time went into it
gc.set_threshold(50_000)
# Qt warns of any other
os.environ["LC_ALL"] = "C.UTF-8"

QT_SETTINGS = ("qt_log_level_fail", "qt_log_ignore")
HOMES = ("HOME", "USERPROFILE")
TEMPORARY = ("TMPDIR", "TEMP", "TMP")
PLACES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DOCUMENTS_DIR")


@pytest.fixture(scope="session", autouse=True)
def own_temporary_folder(tmp_path_factory):
    """A temporary folder for each process that runs tests, beside which others run theirs."""
    folder = str(tmp_path_factory.mktemp("temporary"))
    with pytest.MonkeyPatch.context() as patch:
        for name in TEMPORARY:
            patch.setenv(name, folder)
        patch.setattr(tempfile, "tempdir", folder)
        yield


@pytest.fixture(scope="session", autouse=True)
def quickly_made_libraries():
    """Make the tables of new libraries once: 40 ms of work for each of 1,500; `test_founding.py` does without."""
    from tests.new_libraries import copying_upgrade

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("db.new_library.upgrade_file", copying_upgrade())
        yield


@pytest.fixture(scope="session", autouse=True)
def cheap_passphrases():
    """Stretch passphrases a thousand times instead of 131,072: 0.4 s less for every key that is made or opened."""
    from editor.desk.review.pkcs8 import encrypted_pem

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("editor.desk.review.keys.encrypted_pem", partial(encrypted_pem, cost=1 << 10))
        yield


@pytest.fixture(scope="session")
def homes(tmp_path_factory):
    """A home for every test, one after the other; none is there before somebody writes into it."""
    folder = tmp_path_factory.mktemp("homes")
    return (str(folder / str(number)) for number in itertools.count())


@pytest.fixture(autouse=True)
def stranger(homes, monkeypatch):
    """Let every test be the first on its machine: no settings, keys or library of its user or of another test."""
    home = next(homes)
    for name in HOMES:
        monkeypatch.setenv(name, home)
    for name in PLACES:
        monkeypatch.delenv(name, raising=False)


def pytest_collection_finish():
    """What is loaded by now stays: no test looks through it for rubbish."""
    gc.freeze()


def pytest_addoption(parser, pluginmanager):
    """Know pytest-qt's settings where dev.py leaves it out, since Qt cannot load; unknown ones are an error."""
    if not pluginmanager.hasplugin("pytest-qt"):
        for name in QT_SETTINGS:
            parser.addini(name, "read by pytest-qt only")
