"""Output of the commands: results on stdout, warnings and progress on stderr."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


def show_message(text: str) -> None:
    """Print a result."""
    print(text)


def show_json(value: object) -> None:
    """Print a result for a program to read."""
    import json

    print(json.dumps(value, ensure_ascii=False, indent=1))


def warn(text: str) -> None:
    """Print a warning; the command goes on."""
    print(f"提示：{text}", file=sys.stderr)


def fail(text: str) -> None:
    """Print why the command failed, in one line."""
    print(f"错误：{' '.join(text.split())}", file=sys.stderr)


@contextmanager
def progress(task: str) -> Iterator[Callable[[str], None]]:
    """Show the task and its steps on a terminal while it runs; yield a function that names the next step."""
    if not sys.stderr.isatty():
        yield lambda _step: None
        return
    _show(f"{task}……")
    try:
        yield lambda step: _show(f"{task}：{step}……")
    finally:
        _show("")


def _show(text: str) -> None:
    print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)
