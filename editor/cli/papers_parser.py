"""The parser of the commands paper and copies."""

import argparse
from pathlib import Path

from editor.cli.words import ChineseParser, in_library

_ISSUE = "总期号、2024-50 这样的年与期号，或 latest（最新一期）"


def add_paper_commands(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    """Add paper and copies."""
    command = commands.add_parser(
        "paper", help="签发单、批注清单、核红单、检查报告、密钥指纹卡写成 PDF；存入签字的扫描件"
    )
    papers = command.add_subparsers(dest="action", metavar="哪一种", required=True, title="哪一种")
    for name, words in (
        ("form", "签发单：签发前供纸上签字，签发后写明谁签的"),
        ("notes", "批注清单：按页列出批注"),
        ("changes", "核红单：和上一次清样比改了什么，逐字列出，供打勾"),
    ):
        paper = papers.add_parser(name, help=words)
        paper.add_argument("issue", metavar="期", help=_ISSUE)
        _to_pdf(paper)
    checks = papers.add_parser("checks", help="检查报告：逐篇列出问题、放行的理由和差错率")
    checks.add_argument("issue", metavar="期", help=_ISSUE)
    checks.add_argument("--as", metavar="姓名", dest="name", help="检查人；不写则用系统里的名字")
    checks.add_argument("--pdf", type=Path, required=True, metavar="文件", help="报告的位置；以 .docx 结尾写成 Word")
    in_library(checks)
    scan = papers.add_parser("scan", help="存入纸上签字的扫描件；作数的仍是电子签名")
    scan.add_argument("issue", metavar="期", help=_ISSUE)
    scan.add_argument("file", type=Path, metavar="文件", help="照片或 PDF")
    scan.add_argument("--as", metavar="姓名", dest="name", help="谁来做，记入记录；不写则用系统里的名字")
    in_library(scan)
    card = papers.add_parser("card", help="密钥指纹卡：供核对的人照着输入")
    card.add_argument("name", metavar="姓名", help="哪位总编辑的密钥")
    _to_pdf(card)
    _add_copies(commands)


def _add_copies(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    command = commands.add_parser("copies", help="由签发的 PDF 做编号、盖戳的副本")
    command.add_argument("issue", metavar="期", help=_ISSUE)
    place = "副本放在哪里，编号加在文件名末尾；文件名里写〔份号〕，编号就放在那里"
    command.add_argument("--pdf", type=Path, required=True, metavar="文件", help=place)
    command.add_argument("--from", type=int, default=1, metavar="号", dest="first", help="从几号（默认 1）")
    command.add_argument("--to", type=int, metavar="号", dest="last", help="到几号；不写则不编号")
    command.add_argument("--serial", action="store_true", help="首页左上角再印六位份号")
    command.add_argument("--stamp", default="", metavar="文字", help="每页盖的戳记，如“内部资料 注意保存”")
    in_library(command)


def _to_pdf(command: ChineseParser) -> None:
    command.add_argument("--pdf", type=Path, required=True, metavar="文件", help="PDF 的位置")
    in_library(command)
