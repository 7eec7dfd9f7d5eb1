"""The parser of the review's commands."""

import argparse
from pathlib import Path

from editor.cli.words import ChineseParser, as_json, in_library
from editor.desk.formats import VERIFIERS
from editor.model.review import ROLE_NAMES, Role

_ISSUE = "总期号、2024-50 这样的年与期号，或 latest（最新一期）"


def add_review_commands(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    """Add submit, approve, return, publish, correct, abandon, notice, verify, log, keys and people."""
    remark = _step(commands, "submit", "送审一期")
    remark.add_argument("--note", default="", metavar="附言", help="写给审的人的话，记入记录")
    _add_approve(commands)
    note = _step(commands, "return", "退回一期")
    note.add_argument("--note", required=True, metavar="意见", help="要改什么")
    _step(commands, "publish", "登记一期已印发")
    reason = _step(commands, "correct", "更正已印发的一期，另出修订版")
    reason.add_argument("--reason", required=True, metavar="原因", help="为什么更正")
    _step(commands, "abandon", "放弃更正（还没有改动时）")
    notice = commands.add_parser("notice", help="写出修订版的更正启事")
    notice.add_argument("issue", metavar="期", help=_ISSUE)
    in_library(notice)
    _add_verify(commands)
    _add_log(commands)
    _add_keys(commands)
    _add_people(commands)


def _step(commands: "argparse._SubParsersAction[ChineseParser]", name: str, words: str) -> ChineseParser:
    command = commands.add_parser(name, help=words)
    command.add_argument("issue", metavar="期", help=_ISSUE)
    _name(command)
    in_library(command)
    return command


def _add_approve(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    command = commands.add_parser("approve", help="签发送审的一期")
    command.add_argument("issue", metavar="期", help=_ISSUE)
    command.add_argument("--as", required=True, metavar="姓名", dest="name", help="签发的总编辑")
    command.add_argument("--key", type=Path, metavar="文件", help="总编辑的密钥文件，不写则询问")
    _passphrase(command)
    command.add_argument("--dry-run", action="store_true", help="只说签发前还有什么、能不能签，不签发，不用密钥")
    in_library(command)


def _add_verify(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    kinds = "、".join(one.name for one in VERIFIERS)
    command = commands.add_parser("verify", help="核验文件或一期是否就是签发的那一份")
    command.add_argument("target", nargs="?", metavar="文件或期", help=f"{kinds}，或{_ISSUE}；不写则核验整个刊库")
    command.add_argument("--issue", metavar="期", help="文件应当是哪一期的")
    in_library(command)
    as_json(command)


def _add_log(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    command = commands.add_parser("log", help="列出送审、签发等记录")
    command.add_argument("issue", nargs="?", metavar="期", help=f"{_ISSUE}；不写则全部")
    accepted = "弄清刊库为何与这台电脑上次看到的不同之后，认可现在的记录"
    command.add_argument("--accept", action="store_true", help=accepted)
    _name(command)
    in_library(command)
    as_json(command)


def _add_keys(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    command = commands.add_parser("keys", help="总编辑的签发密钥")
    actions = command.add_subparsers(dest="action", metavar="动作", required=True, title="动作")
    make = actions.add_parser("make", help="为一位总编辑生成密钥")
    _key_file(make)
    make.add_argument("--as", required=True, metavar="姓名", dest="name", help="密钥归谁")
    change = actions.add_parser("change", help="换一把新密钥，旧的从此不能再签发")
    _key_file(change)
    change.add_argument("--as", required=True, metavar="姓名", dest="name", help="密钥归谁")
    signed_by = "由哪把密钥作保：旧密钥，或另一位已确认的总编辑的；都没有就不写，再到每台电脑上确认新指纹"
    change.add_argument("--signed-by", type=Path, metavar="文件", help=signed_by)
    change.add_argument("--signer-passphrase-file", type=Path, metavar="文件", help="作保密钥的口令文件，不写则询问")
    for action in (make, change):
        _passphrase(action)
    show = actions.add_parser("show", help="列出密钥和指纹")
    show.add_argument("file", nargs="?", type=Path, metavar="文件", help="只看这个密钥文件")
    as_json(show)
    trust = actions.add_parser("trust", help="核对过指纹后，在这台电脑上确认")
    distrust = actions.add_parser("distrust", help="撤销这台电脑上的确认")
    for action in (trust, distrust):
        action.add_argument("fingerprint", nargs="+", metavar="指纹", help="八组数字")
    for action in (make, change, show, trust, distrust):
        in_library(action)


def _role(words: str) -> Role:
    """Return a role by its word in either language."""
    known = {**{str(role): role for role in Role}, **{name: role for role, name in ROLE_NAMES.items()}}
    if words not in known:
        raise argparse.ArgumentTypeError(f"没有“{words}”这种职责，可用的有 {'、'.join(ROLE_NAMES.values())}")
    return known[words]


def _add_people(commands: "argparse._SubParsersAction[ChineseParser]") -> None:
    command = commands.add_parser("people", help="谁是编辑、总编辑、发行；谁能签发")
    actions = command.add_subparsers(dest="action", metavar="动作", required=True, title="动作")
    listed = actions.add_parser("list", help="列出名单和各刊物的规定")
    as_json(listed)
    add = actions.add_parser("add", help="加入一人，或改其职责")
    add.add_argument("person", metavar="姓名", help="加入谁")
    roles = "、".join(f"{role}（{name}）" for role, name in ROLE_NAMES.items())
    add.add_argument("--role", required=True, type=_role, metavar="职责", help=roles)
    retire = actions.add_parser("retire", help="登记一人已离开，不再有职责")
    retire.add_argument("person", metavar="姓名", help="谁离开")
    rules = actions.add_parser("rules", help="规定一个刊物由谁签发、要不要两人把关")
    rules.add_argument("masthead", metavar="刊名", help="哪个刊物")
    rules.add_argument("--approver", action="append", metavar="姓名", help="可以签发的总编辑，可写多次；不写则不变")
    rules.add_argument("--any-approver", action="store_true", help="任何总编辑都可以签发")
    rules.add_argument(
        "--second-pair", choices=("yes", "no"), metavar="yes|no", help="签发的人不得是最后改稿或送审的人"
    )
    for action in (add, retire, rules):
        _name(action)
    for action in (listed, add, retire, rules):
        in_library(action)


def _key_file(command: ChineseParser) -> None:
    command.add_argument("file", type=Path, metavar="文件", help="新密钥放在哪里，例如 U 盘上的 宋希贤.key")


def _name(command: ChineseParser) -> None:
    command.add_argument("--as", metavar="姓名", dest="name", help="谁来做，记入记录；不写则用系统里的名字")


def _passphrase(command: ChineseParser) -> None:
    words = "口令所在的文件（第一行），不写则询问；口令不能写在命令里"
    command.add_argument("--passphrase-file", type=Path, metavar="文件", help=words)
