"""What the reader is told is open before an issue is approved."""

from editor.desk.reading.open_points import open_points
from editor.proof.finding import Field, Finding, Level, Place


def _finding(level: Level, rule: str = "text.rule") -> Finding:
    return Finding(place=Place(where="a", field=next(iter(Field))), message="", rule=rule, level=level, why="")


def _words(*findings: Finding, changed: tuple[int, ...] = (), seen: tuple[int, ...] = ()) -> list[str]:
    return [point.words for point in open_points(findings, (), changed=changed, seen=seen)]


def test_nothing_is_open() -> None:
    assert _words() == _words(_finding(Level.INFO)) == ["没有未了的事"]


def test_errors_empty_sections_and_warnings_each_have_their_line() -> None:
    empty = _finding(Level.WARNING, "structure.empty-section")
    lines = ["1 处错误未处理", "1 个栏目还没有文章", "2 处警告未处理"]
    assert _words(_finding(Level.ERROR), empty, *[_finding(Level.WARNING)] * 2) == lines


def test_pages_that_changed_and_those_looked_at() -> None:
    assert _words(changed=(3, 4), seen=(1, 4)) == ["2 页改动，看过 1 页"]
