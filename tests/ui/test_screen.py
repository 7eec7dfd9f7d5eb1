import ctypes
import sys

import pytest

from editor.model.errors import UserError
from editor.ui.app import screen

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asked on Linux only")


@pytest.fixture
def lacking(monkeypatch):
    """Let the loader miss libraries."""

    def lack(*names):
        real = ctypes.CDLL

        def load(name):
            if name in names:
                raise OSError(name)
            return real(name)

        monkeypatch.setattr(ctypes, "CDLL", load)

    return lack


def test_the_packages_that_qt_lacks_are_named(lacking):
    lacking("libGL.so.1", "libEGL.so.1")
    with pytest.raises(UserError, match="apt-get install libegl1 libgl1"):
        screen.check_libraries()


def test_libraries_of_a_real_screen_are_asked_for_only_with_one(lacking, monkeypatch):
    lacking("libxcb-cursor.so.0")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    screen.check_screen()
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setenv("DISPLAY", ":0")
    with pytest.raises(UserError, match="libxcb-cursor0"):
        screen.check_screen()


def test_no_display_is_said(monkeypatch):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(UserError, match="没有显示器"):
        screen.check_screen()
