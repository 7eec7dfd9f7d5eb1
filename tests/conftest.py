import itertools
import os

import pytest
from hypothesis import HealthCheck, settings

# the same examples everywhere; how fast a machine makes them is no fault of the program
settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Qt warns of any other
os.environ["LC_ALL"] = "C.UTF-8"

QT_SETTINGS = ("qt_log_level_fail", "qt_log_ignore")
HOMES = ("HOME", "USERPROFILE")
PLACES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DOCUMENTS_DIR")


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


def pytest_addoption(parser, pluginmanager):
    """Know pytest-qt's settings where dev.py leaves it out, since Qt cannot load; unknown ones are an error."""
    if not pluginmanager.hasplugin("pytest-qt"):
        for name in QT_SETTINGS:
            parser.addini(name, "read by pytest-qt only")
