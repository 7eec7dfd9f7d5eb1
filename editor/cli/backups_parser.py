"""The parser of the commands about backups."""

import argparse
from pathlib import Path

from editor.cli.words import ChineseParser, as_json, in_library


def add_backup_commands(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    """Add backup, backups and restore."""
    in_library(commands.add_parser("backup", help="现在备份刊库（备份在旁边的“备份”文件夹里）"))
    listed = commands.add_parser("backups", help="列出刊库的备份，逐份检查")
    in_library(listed)
    as_json(listed)
    _add_restore(commands)


def _add_restore(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    command = commands.add_parser(
        "restore",
        help="从备份还原：默认另存一份副本；刊库不见了或是空的，就还原到原处",
    )
    which = "latest（最近一份完好的，默认）、backups 列出的序号或文件名"
    command.add_argument("backup", nargs="?", default="latest", metavar="备份", help=which)
    place = command.add_mutually_exclusive_group()
    place.add_argument("--to", type=Path, metavar="文件", help="副本放在哪里（不会盖掉已有的文件）")
    place.add_argument("--replace", action="store_true", help="还原到刊库原处；原来的文件改名为“… 还原前 …”，留在旁边")
    command.add_argument("--as", metavar="姓名", dest="name", help="谁还原的，记入记录（默认用系统用户名）")
    in_library(command)
