"""The words of the archive's commands."""

import argparse

from editor.cli.words import ChineseParser, as_json, in_library

_LIMIT, _MOST = 20, 10_000


def add_archive_commands(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    """Add search, reindex and verify-index."""
    search = commands.add_parser("search", help="检索总库：各期、待编、收件、废稿里的每一篇")
    search.add_argument(
        "query",
        nargs="+",
        metavar="检索词",
        help="空格隔开的词都要有；“整句”、-不要、甲 OR 乙、标题: 来源: 标签: 地区: 年: 期: 栏目: 状态:",
    )
    search.add_argument("--limit", type=_limit, default=_LIMIT, metavar="N", help=f"最多列出几篇（默认 {_LIMIT}）")
    search.add_argument("--by-date", action="store_true", help="新的在前；不写则标题里有的在前")
    in_library(search)
    as_json(search)
    in_library(commands.add_parser("reindex", help="重建检索的索引"))
    in_library(commands.add_parser("verify-index", help="核对索引和全部文章是否一致；不一致时返回 1"))


def _limit(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _MOST:
        raise argparse.ArgumentTypeError(f"“{text}”不是 1 到 {_MOST} 之间的整数")
    return int(text)
