"""The parser of the command line, with its texts in Chinese."""

import argparse
from collections.abc import Callable
from pathlib import Path

from editor.cli.words import ChineseParser, as_json, in_library, one_of

SELF_TEST, DEBUG = "self-test", "--debug"
BACKUP_COMMANDS = ("backup", "backups", "restore")
_Add = Callable[["argparse._SubParsersAction[ChineseParser]"], None]  # noqa: SLF001 - its only name


def build_parser(called: str = "") -> ChineseParser:
    """Return the parser of every command; where one is called, of that one and those that are added with it.

    To make all takes a list of issues a fifth of its time. What the parser says is the same.
    """
    parser = ChineseParser(prog="bulletin-desk", description="简报编辑台：编、排、导出一期简报。")
    parser.add_argument(DEBUG, action="store_true", help="运行记录写得更详细，供查找问题")
    commands = parser.add_subparsers(dest="command", metavar="命令", required=True, title="命令")
    known = any(called in names for names, _ in _COMMANDS)
    for names, add in _COMMANDS:
        if called in names or not known:
            add(commands)
    return parser


def _add_open(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    command = commands.add_parser("open", help="打开编辑台窗口（不写命令时也是）")
    command.add_argument("files", nargs="*", type=Path, metavar="文件", help="打开后导入的文件，与拖进窗口相同")
    command.add_argument("--sample", action="store_true", help="刊库还空着时放入示例一期")
    in_library(command)


def _add_import(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    command = commands.add_parser("import", help="导入往期文本或交换文件")
    from editor.desk.formats import ISSUE_READERS

    kinds = one_of(f"{one.ending} {one.name}" for one in ISSUE_READERS)
    command.add_argument("files", nargs="+", type=Path, metavar="文件", help=kinds)
    in_library(command)
    as_json(command)


def _add_intake(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    from editor.desk.formats import ARTICLE_READERS

    command = commands.add_parser("intake", help="收来稿：Word、网页、文本等文件成为文章")
    kinds = one_of(one.ending for one in ARTICLE_READERS)
    command.add_argument("files", nargs="+", type=Path, metavar="文件", help=f"来稿文件：{kinds} 等")
    command.add_argument("--section", default="", metavar="栏目", help="放进哪个栏目的末尾（不写则放进收件）")
    command.add_argument("--issue", default="", metavar="期", help="哪一期（不写则是最新一期还在编辑的）")
    command.add_argument("--article", action="store_true", help="读起来是一期简报的，也作为一篇文章收下")
    ways = "accepted 接受修订（不写则是它），rejected 按修订前，kept 留作修订，逐条接受或拒绝"
    command.add_argument(
        "--changes", default="accepted", choices=("accepted", "rejected", "kept"), help=f"Word 里的修订怎么读：{ways}"
    )
    _as(command, "谁来收，记为改稿的人；不写则用系统里的名字")
    in_library(command)
    as_json(command)


def _add_list(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    command = commands.add_parser("list", help="列出刊库里的各期")
    in_library(command)
    as_json(command)


def _add_export(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    from editor.desk.formats import ISSUE_WRITERS

    command = commands.add_parser("export", help="导出一期为 PDF、Word 或交换文件")
    command.add_argument("issue", metavar="期", help="总期号、2024-50 这样的年与期号，或 latest（最新一期）")
    for one in ISSUE_WRITERS:
        command.add_argument(f"--{one.key}", type=Path, metavar="文件", dest=f"to_{one.key}", help=one.path_help)
    command.add_argument("--duplex", action="store_true", help="双面印刷：右页起排，页码居外，必要处留白页")
    command.add_argument("--of-four", action="store_true", help="补白页，凑成四的倍数，封底仍在最后（骑马订）")
    command.add_argument("--bleed", action="store_true", help="封面四边加 3 毫米出血")
    command.add_argument("--draft", action="store_true", help="加水印：编辑中为“校样”，送审后为“送审稿”")
    command.add_argument("--proof", type=int, metavar="次", help="第几次纸样：加行号、宽边和校样戳")
    command.add_argument(
        "--original", type=Path, metavar="文件", action="append", default=[], help="随期刊包附上的原件，可写多次"
    )
    in_library(command)


def _add_new(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    command = commands.add_parser("new", help="照上一期新建下一期")
    command.add_argument("--from", default="latest", metavar="期", dest="previous", help="照哪一期（默认最新一期）")
    _as(command, "谁来新建，记为改稿的人；不写则用系统里的名字")
    in_library(command)
    as_json(command)


def _add_look(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    command = commands.add_parser("look", help="查看或更换一期的版式")
    command.add_argument("issue", metavar="期", help="总期号、2024-50 这样的年与期号，或 latest（最新一期）")
    command.add_argument("look", nargs="?", metavar="版式", help="house（简报）或 gongwen（公文）；不写则只查看")
    command.add_argument("--publication", action="store_true", help="刊物以后的各期也用它")
    role = "改一个字体位置：song 正文宋体、hei、kai、figures、fang 仿宋、biao 小标宋；字体写 '' 则改回"
    command.add_argument("--font", nargs=2, metavar=("位置", "字体"), help=role)
    _as(command, "谁来改，记为最后改稿的人；不写则用系统里的名字")
    in_library(command)


def _add_clean(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    command = commands.add_parser("clean", help="整理一个文本文件或一期：标点、空格、断行、网页附带文字等")
    command.add_argument("issue", nargs="?", default="", metavar="文件或期", help="文本文件，或总期号、2024-50、latest")
    command.add_argument("--diff", action="store_true", help="只列出会改什么，不改")
    command.add_argument("--rules", action="store_true", help="列出规则和理由")
    command.add_argument("--off", action="append", default=[], metavar="规则", help="这次不用哪条规则，可写多次")
    command.add_argument("--out", type=Path, metavar="文件", help="整理好的文本写到哪里（不写则输出）")
    _as(command, "谁来整理，记为最后改稿的人；不写则用系统里的名字")
    in_library(command)
    as_json(command)


def _as(command: ChineseParser, words: str) -> None:
    command.add_argument("--as", metavar="姓名", dest="name", help=words)


def _add_font(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    command = commands.add_parser("font", help="添加、列出、移除本单位的字体")
    actions = command.add_subparsers(dest="action", metavar="动作", required=True, title="动作")
    add = actions.add_parser("add", help="添加字体文件（TTF、OTF、TTC）")
    add.add_argument("files", nargs="+", type=Path, metavar="文件", help="字体文件，授权须允许嵌入")
    listed = actions.add_parser("list", help="列出添加过的字体")
    remove = actions.add_parser("remove", help="移除一个字体")
    remove.add_argument("font", metavar="字体", help="字体名、文件名或编号的开头")
    for action in (add, listed, remove):
        in_library(action)
    as_json(listed)


def _add_profile(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    from editor.desk.formats import PROFILE_FILES

    command = commands.add_parser("profile", help="刊物设置存为文件，或从文件读入")
    actions = command.add_subparsers(dest="action", metavar="动作", required=True, title="动作")
    save = actions.add_parser("save", help="把刊物设置连同图片存为文件")
    read = actions.add_parser("read", help="从文件读入，从下一期起用")
    for action in (save, read):
        action.add_argument("file", type=Path, metavar="文件", help=f"刊物设置文件（{PROFILE_FILES.ending}）")
        action.add_argument("--publication", default="", metavar="刊名", help="哪个刊物（刊库里只有一个时不用写）")
        in_library(action)


def _add_sample(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    command = commands.add_parser("sample", help="把示例一期导出到一个文件夹")
    command.add_argument("folder", type=Path, metavar="文件夹", help="放 PDF、Word 和交换文件的文件夹")


def _add_schema(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    commands.add_parser("schema", help="输出交换格式的 JSON Schema")


def _add_rules(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    command = commands.add_parser("rules", help="列出检查的全部规则、级别和依据")
    command.add_argument(
        "--level", choices=("error", "warning", "info", "off"), help="只列这一级：错误、警告、提示、不查"
    )
    _rule_set(command)
    as_json(command)


def _add_check(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    command = commands.add_parser("check", help="检查一期；还有错误时返回 1")
    command.add_argument("issue", metavar="期", help="总期号、2024-50 这样的年与期号，或 latest（最新一期）")
    command.add_argument(
        "--level",
        choices=("error", "warning", "info"),
        default="info",
        help="列到哪一级：只列错误，到警告，到提示（默认）",
    )
    _rule_set(command)
    in_library(command)
    as_json(command)


def _add_similar(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    command = commands.add_parser("similar", help="一篇文章是否刊过：同一链接、同一文件、相同的文字")
    command.add_argument("asked", metavar="文件或文章", help="来稿文件，或刊库里一篇文章的标题或标识")
    in_library(command)
    as_json(command)


def _rule_set(command: ChineseParser) -> None:
    command.add_argument(
        "--rule-set",
        choices=("bulletin", "internal", "official"),
        help="规则集：简报、内部资料、公文（默认照刊物）",
    )


def _add_terms(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    command = commands.add_parser("terms", help="用语表：导入或导出本单位禁用和建议的用语（.csv）")
    actions = command.add_subparsers(dest="action", metavar="动作", required=True, title="动作")
    taking = actions.add_parser("import", help="从表里导入：好的行收下，不好的行说明在第几行、为什么")
    taking.add_argument("file", type=Path, metavar="文件", help="列：用语、改为、范围、栏目、例外、级别、理由、出处")
    _as(taking, "谁来导入；不写则用系统里的名字")
    writing = actions.add_parser("export", help="导出到表")
    writing.add_argument("file", type=Path, metavar="文件", help="写到哪里（.csv）")
    writing.add_argument("--template", action="store_true", help="只写标题行和两行示例，照着填")
    for action in (taking, writing):
        in_library(action)
    as_json(taking)


def _add_self_test(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    as_json(commands.add_parser(SELF_TEST, help="检查程序在这台电脑上能否正常工作（也可写作 --self-test）"))


def _add_review(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    from editor.cli.review_parser import add_review_commands

    add_review_commands(commands)


def _add_papers(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    from editor.cli.papers_parser import add_paper_commands

    add_paper_commands(commands)


def _add_backups(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    from editor.cli.backups_parser import add_backup_commands

    add_backup_commands(commands)


def _add_archive(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    from editor.cli.archive_parser import add_archive_commands

    add_archive_commands(commands)


def _add_mending(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    from editor.cli.mending_parser import add_mending_command

    add_mending_command(commands)


def _add_statistics(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    from editor.cli.statistics_parser import add_statistics_commands

    add_statistics_commands(commands)


_STEPS = ("submit", "approve", "return", "publish", "correct", "abandon", "notice")
_COMMANDS: tuple[tuple[tuple[str, ...], _Add], ...] = (
    (("open",), _add_open),
    (("import",), _add_import),
    (("intake",), _add_intake),
    (("list",), _add_list),
    (("export",), _add_export),
    (("new",), _add_new),
    (("look",), _add_look),
    (("font",), _add_font),
    (("profile",), _add_profile),
    (("clean",), _add_clean),
    (("check",), _add_check),
    (("similar",), _add_similar),
    (("rules",), _add_rules),
    (("terms",), _add_terms),
    (("search", "reindex", "verify-index"), _add_archive),
    (("schema",), _add_schema),
    (("sample",), _add_sample),
    ((*_STEPS, "verify", "log", "keys", "people"), _add_review),
    (("paper", "copies"), _add_papers),
    (("stats", "index"), _add_statistics),
    (BACKUP_COMMANDS, _add_backups),
    (("repair",), _add_mending),
    ((SELF_TEST,), _add_self_test),
)
"""The commands in the order of the help, and what adds them."""
