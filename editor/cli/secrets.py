"""Passphrases: asked for on the terminal or read from a file, never part of a command."""

import getpass
import sys
from pathlib import Path

from editor.desk.files import read_file
from editor.model.errors import UserError

_LARGEST = 4096


def passphrase_of(path: Path | None, question: str) -> str:
    """Return a passphrase: the first line of a file, else typed without echo. Raises UserError."""
    if path is not None:
        lines = read_file(path, most=_LARGEST).decode("utf-8-sig", errors="replace").splitlines()
        return lines[0] if lines else ""
    if not sys.stdin.isatty():
        raise UserError("这里不能询问口令，请用 --passphrase-file 指明口令所在的文件。")
    return getpass.getpass(question)


def new_passphrase(path: Path | None) -> str:
    """Return a new passphrase, typed twice if it is typed. Raises UserError where the two differ."""
    first = passphrase_of(path, "新密钥的口令：")
    if path is None and first != getpass.getpass("再输入一次："):
        raise UserError("两次输入的口令不同，没有生成密钥。请重新来过。")
    return first


def ask_path(question: str) -> Path:
    """Return a path typed by the user. Raises UserError without a terminal."""
    if not sys.stdin.isatty():
        raise UserError("没有写明密钥文件，请用 --key 指明。")
    return Path(input(question).strip().strip("'\""))
