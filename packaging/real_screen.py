"""A separate screen with a real pointer: Xvfb, openbox, xdotool; elements are found as screen readers find them.

No code of the program is used: places come from its accessibility tree, read by `on_screen.py`.
"""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

HERE = Path(__file__).resolve().parent
SYSTEM_PYTHON = "/usr/bin/python3"
SIZE = "1440x900"
PATIENCE_S, PAUSE_S, DRAG_STEPS = 60, 0.2, 12
FREE_KEYS = 208  # key codes from here on are free for Chinese letters
PROGRAMS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "xmodmap": "x11-xserver-utils",
    "openbox": "openbox",
    "import": "imagemagick",
    "dbus-daemon": "dbus",
    "/usr/lib/python3/dist-packages/gi": "python3-gi",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/share/doc/gir1.2-atspi-2.0": "gir1.2-atspi-2.0",
}
"""Required programs, and the Debian package of each."""

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Thing:
    """An element on the screen; place and words as x, y, width, height in px."""

    window: str
    role: str
    name: str
    text: str
    on: bool
    enabled: bool
    place: tuple[int, int, int, int]
    words: tuple[int, int, int, int] | None

    def spot(self, *, across: float = 0.5, down: float = 0.5) -> tuple[int, int]:
        """Return a place on it, as shares of its width and height."""
        left, top, width, height = self.place
        return left + round(width * across), top + round(height * down)


class Screen:
    """Sees and operates one program on the screen."""

    def __init__(self, program: str, surroundings: dict[str, str], keys: dict[str, int], pictures: Path) -> None:
        """Program: its name for screen readers; keys: codes of Chinese letters; pictures: where they are kept."""
        self._program, self._surroundings, self._keys, self._pictures = program, surroundings, keys, pictures
        self._taken = 0

    # seeing

    def things(self, words: str = "") -> list[Thing]:
        """Return the visible elements, the newest window first. words: whose place in texts is wanted."""
        look = [SYSTEM_PYTHON, str(HERE / "on_screen.py"), self._program, *([words] if words else [])]
        done = subprocess.run(look, env=self._surroundings, capture_output=True, text=True, check=False)
        seen = [json.loads(line) for line in done.stdout.splitlines()]
        found = [Thing(**one | {"place": tuple(one["place"])}) for one in seen]
        windows = list(dict.fromkeys(one.window for one in found))
        return sorted(found, key=lambda one: -windows.index(one.window))

    def see(self, name: str, role: str = "") -> Thing:
        """Wait until an element with this name, or with a name that contains it, is visible; return it."""
        return self.until(lambda: self._find(name, role), f"{role} {name}")

    def until(self, look: Callable[[], Found | None], words: str) -> Found:
        """Wait until look returns something. Raises AssertionError with the visible elements."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            found = look()
            if found:
                return found
            time.sleep(PAUSE_S)
        self.keep("in-vain")
        raise AssertionError(f"waited in vain for {words}; there is {[one.name for one in self.things() if one.name]}")

    def keep(self, name: str) -> None:
        """Save a picture of the screen."""
        self._taken += 1
        picture = self._pictures / f"{self._taken:02}-{name}.png"
        self._run("import", "-window", "root", str(picture))

    # operating

    def click(self, name: str, role: str = "", *, times: int = 1) -> None:
        """Click the element of a name."""
        thing = self.until(lambda: self._find(name, role, enabled=True), f"{role} {name}")
        self.click_at(thing.spot(), times=times)

    def click_at(self, spot: tuple[int, int], *, times: int = 1) -> None:
        """Click a place."""
        self._move(spot)
        self._run("xdotool", "click", "--repeat", str(times), "--delay", "60", "1")
        time.sleep(PAUSE_S)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag from one place to another in small steps along a line, as a user does."""
        self._move(start)
        self._run("xdotool", "mousedown", "1")
        for step in range(1, DRAG_STEPS + 1):
            self._move(
                tuple(here + (there - here) * step // DRAG_STEPS for here, there in zip(start, end, strict=True))
            )
        self._run("xdotool", "mouseup", "1")
        time.sleep(PAUSE_S)

    def press(self, *keys: str) -> None:
        """Press keys, as xdotool calls them."""
        self._run("xdotool", "key", "--delay", "60", *keys)
        time.sleep(PAUSE_S)

    def write(self, words: str) -> None:
        """Type Latin, or Chinese letters that the keyboard has.

        Chinese letters by key codes: xdotool's own typing remaps the keyboard per letter, too quickly for a program.
        """
        if words.isascii():
            self._run("xdotool", "type", "--delay", "40", words)
        else:
            self._run("xdotool", "key", "--delay", "40", *(str(self._keys[letter]) for letter in words))
        time.sleep(PAUSE_S)

    # helpers

    def _find(self, name: str, role: str, *, enabled: bool = False) -> Thing | None:
        seen = [one for one in self.things() if role in ("", one.role) and (one.enabled or not enabled)]
        tests = (lambda one: one.name == name, lambda one: name in one.name)
        return next((one for test in tests for one in seen if test(one)), None)

    def _move(self, spot: tuple[int, ...]) -> None:
        self._run("xdotool", "mousemove", *map(str, spot))
        time.sleep(PAUSE_S / 4)

    def _run(self, *command: str) -> None:
        subprocess.run(command, env=self._surroundings, check=True, capture_output=True)


@contextmanager
def screen(
    program: str, command: list[str], *, letters: str, home: Path, pictures: Path
) -> Iterator[tuple[Screen, subprocess.Popen]]:
    """Start a program on its own screen with its own home folder; end everything that was started.

    letters: the Chinese letters of the keyboard.
    """
    surroundings = os.environ | {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local"),
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    with ExitStack() as stack:
        log = stack.enter_context((pictures / "program.log").open("w"))
        xvfb = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{SIZE}x24", "-noreset", "-nolisten", "tcp"]
        surroundings["DISPLAY"] = f":{_first_line(stack, xvfb, surroundings)}"
        bus = _first_line(stack, ["dbus-daemon", "--session", "--nofork", "--print-address"], surroundings)
        surroundings["DBUS_SESSION_BUS_ADDRESS"] = bus
        keys = {letter: key for key, letter in enumerate(dict.fromkeys(letters), start=FREE_KEYS)}
        for letter, key in keys.items():
            subprocess.run(["xmodmap", "-e", f"keycode {key} = U{ord(letter):04X}"], env=surroundings, check=True)
        _begin(stack, ["openbox"], surroundings, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        running = _begin(stack, command, surroundings, stderr=log, stdout=log)
        yield Screen(program, surroundings, keys, pictures), running


def _first_line(stack: ExitStack, command: list[str], surroundings: dict[str, str]) -> str:
    """Start a helper program; return the first line that it prints, its address."""
    helper = _begin(stack, command, surroundings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return helper.stdout.readline().strip()


def _begin(stack: ExitStack, command: list[str], surroundings: dict[str, str], **streams: object) -> subprocess.Popen:
    started = stack.enter_context(subprocess.Popen(command, env=surroundings, **streams))
    stack.callback(started.terminate)
    return started
