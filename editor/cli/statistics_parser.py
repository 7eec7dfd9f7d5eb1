"""The parser of the commands stats and index."""

import argparse
from pathlib import Path

from editor.cli.words import ChineseParser, as_json, in_library

_PUBLICATION = "哪个刊物（刊库里有几个时要写）"


def add_statistics_commands(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    """Add stats and index."""
    command = commands.add_parser(
        "stats", help="统计：各期、栏目、来源、地区、标签、编辑、月份的篇数和字数，采用和积分"
    )
    command.add_argument("--year", type=int, metavar="年", help="统计哪一年（不写则是最新一期的那年）")
    command.add_argument("--from", metavar="日期", dest="first", help="从哪一天，如 2026-01-01")
    command.add_argument("--to", metavar="日期", dest="last", help="到哪一天")
    command.add_argument("--errors", action="store_true", help="逐期检查，列出每万字的差错（一期约半秒）")
    command.add_argument("--xlsx", type=Path, metavar="文件", help="写成表格文件（.xlsx），一张表一页")
    command.add_argument("--csv", type=Path, metavar="文件", help="写成 .csv")
    command.add_argument("--report", type=Path, metavar="文件", help="采用通报写成 PDF；以 .docx 结尾写成 Word")
    command.add_argument("--publication", default="", metavar="刊物", help=_PUBLICATION)
    in_library(command)
    as_json(command)
    listed = commands.add_parser("index", help="年度总目录：按栏目、地区、标签列出一年的文章，写成 PDF 和 Word")
    listed.add_argument("year", type=int, metavar="年", help="哪一年，如 2026")
    listed.add_argument("--pdf", type=Path, metavar="文件", help="PDF 的位置")
    listed.add_argument("--word", type=Path, metavar="文件", help="Word 文件的位置")
    listed.add_argument("--publication", default="", metavar="刊物", help=_PUBLICATION)
    in_library(listed)
