"""What a screen reader finds on the screen, as JSON: python on_screen.py PROGRAM [WORDS].

For the system's own Python with gir1.2-atspi-2.0, not for that of .venv. One line per element: window, role, name,
text, and its place as [x, y, width, height] in px; with WORDS, also the place of their first letter in each text.
"""

import json
import sys
from collections.abc import Iterator

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - after the version is chosen

# raised for an element that was just removed; the next call finds what replaced it
GONE = (GLib.Error,)


def main(arguments: list[str]) -> int:
    """Print the visible elements of a program. Returns 1 while it is not running."""
    words = arguments[1] if arguments[1:] else ""
    found = [top for program in programs(arguments[0]) for top in children(program)]
    for top in found:
        for thing in within(top):
            print(json.dumps(described(thing, top, words), ensure_ascii=False))
    return 0 if found else 1


def programs(name: str) -> list[Atspi.Accessible]:
    """Return the running programs of a name."""
    return [one for one in children(Atspi.get_desktop(0)) if one.get_name() == name]


def children(parent: Atspi.Accessible) -> list[Atspi.Accessible]:
    """Return the direct children of an element."""
    found = [parent.get_child_at_index(place) for place in range(parent.get_child_count())]
    return [one for one in found if one]


def within(thing: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    """Yield an element and all its visible descendants."""
    try:
        showing = thing.get_state_set().contains(Atspi.StateType.SHOWING)
        inside = children(thing) if showing else []
    except GONE:
        return
    if showing:
        yield thing
    for one in inside:
        yield from within(one)


def described(thing: Atspi.Accessible, top: Atspi.Accessible, words: str) -> dict[str, object]:
    """Return an element as it is printed."""
    text, states = text_of(thing), thing.get_state_set()
    start = text.find(words) if words else -1
    return {
        "window": top.get_name(),
        "role": thing.get_role_name(),
        "name": thing.get_name(),
        "text": text,
        "on": states.contains(Atspi.StateType.CHECKED),
        "enabled": states.contains(Atspi.StateType.ENABLED),
        "place": place_of(thing.get_extents(Atspi.CoordType.SCREEN)),
        "words": place_of(Atspi.Text.get_character_extents(thing, start, Atspi.CoordType.SCREEN))
        if start >= 0
        else None,
    }


def text_of(thing: Atspi.Accessible) -> str:
    """Return the text of a field, empty for other elements."""
    return str(Atspi.Text.get_text(thing, 0, -1)) if "Text" in Atspi.Accessible.get_interfaces(thing) else ""


def place_of(extents: Atspi.Rect) -> list[int]:
    """Return a rectangle in px as it is printed."""
    return [extents.x, extents.y, extents.width, extents.height]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
