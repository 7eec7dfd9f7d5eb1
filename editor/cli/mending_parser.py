"""The parser of the command repair."""

import argparse

from editor.cli.words import ChineseParser, as_json, in_library


def add_mending_command(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    """Add repair."""
    command = commands.add_parser("repair", help="查找刊库里损坏的记录，列出修复的办法，或修复一处")
    command.add_argument("number", nargs="?", type=int, metavar="编号", help="修复第几处（不写则只列出）")
    command.add_argument("--way", type=int, default=1, metavar="办法", help="用第几个办法（默认第一个，最可靠）")
    command.add_argument("--as", dest="name", default="", metavar="姓名", help="是谁，记入记录")
    in_library(command)
    as_json(command)
