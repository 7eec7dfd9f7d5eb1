"""The argument parser with Chinese texts, and the options that commands share."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

USAGE_ERROR = 2


class ChineseParser(argparse.ArgumentParser):
    """A parser whose headings and errors are Chinese. Exits with 2 on wrong use."""

    def __init__(self, prog: str | None = None, description: str | None = None) -> None:
        """Describe -h in Chinese; abbreviated options are refused."""
        super().__init__(prog=prog, description=description, add_help=False, allow_abbrev=False)
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def format_usage(self) -> str:
        """Return the usage line under its Chinese heading."""
        return super().format_usage().replace("usage:", "用法：", 1)

    def format_help(self) -> str:
        """Return the help under its Chinese heading."""
        return super().format_help().replace("usage:", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        """Print in one line what is wrong with the call and exit with 2."""
        self.print_usage(sys.stderr)
        self.exit(USAGE_ERROR, f"{self.prog}：用法不对：{_translated(message)}\n")


def in_library(command: ChineseParser) -> None:
    """Add the option that names the library."""
    command.add_argument("--library", type=Path, metavar="文件", help="刊库文件（默认用本机的刊库）")


def as_json(command: ChineseParser) -> None:
    """Add the option for output as JSON."""
    command.add_argument("--json", action="store_true", help="以 JSON 输出，供程序读取")


def one_of(names: Iterable[str]) -> str:
    """Return names as a choice: --pdf、--word 或 --json."""
    *first, last = names
    before, after = "、".join(first), last
    return f"{before}{_gap(before[-1:])}或{_gap(after[:1])}{after}"


def _gap(beside: str) -> str:
    """Return the separator between a Chinese word and this text: a blank before Latin letters."""
    return " " if beside.isascii() else ""


def _translated(message: str) -> str:
    for english, chinese in _MESSAGES:
        message = message.replace(english, chinese)
    return message


_MESSAGES = (
    ("the following arguments are required:", "缺少参数："),
    ("unrecognized arguments:", "不认识的参数："),
    ("argument 命令: invalid choice:", "没有这个命令："),
    ("argument 动作: invalid choice:", "没有这个动作："),
    ("invalid choice:", "不能是"),
    ("choose from", "可用的有"),
    ("expected one argument", "后面要跟一个值"),
    ("expected at least one argument", "后面至少要跟一个值"),
    ("argument ", ""),
)
