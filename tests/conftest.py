import os

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

QT_SETTINGS = ("qt_log_level_fail", "qt_log_ignore")


def pytest_addoption(parser, pluginmanager):
    """Know pytest-qt's settings where dev.py leaves it out, since Qt cannot load; unknown ones are an error."""
    if not pluginmanager.hasplugin("pytest-qt"):
        for name in QT_SETTINGS:
            parser.addini(name, "read by pytest-qt only")
