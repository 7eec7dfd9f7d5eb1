"""The command that finds damaged records and repairs them."""

import argparse

from editor.cli.command import OpenLibrary
from editor.cli.output import progress, show_json, show_message
from editor.cli.review import ReviewCommand, by_of
from editor.cli.trusting import OpenTrust
from editor.desk.mending.mend import mend
from editor.model.damage import Damage, Remedy
from editor.model.errors import UserError


def repair(call: argparse.Namespace, open_library: OpenLibrary, _open_trust: OpenTrust) -> None:
    """List damaged records with their remedies, or repair one."""
    with open_library(call.library) as library:
        with progress("查找损坏的记录"):
            found = library.mending.damages(files=True)
            offered = [library.mending.remedies(damage) for damage in found]
        if call.number is None:
            _list(found, offered, as_json=call.json)
            return
        if not 1 <= call.number <= len(found):
            raise UserError(f"没有第 {call.number} 处。不带编号运行 bulletin-desk repair 可以列出全部。")
        remedy = _chosen(offered[call.number - 1], call.way)
        mend(library, remedy, by_of(call))
        left = len(library.mending.damages(files=True))
    show_message(
        f"已修复：{remedy.damage.name}（{remedy.words}）。" + (f"还有 {left} 处。" if left else "没有别的损坏了。")
    )


def _chosen(remedies: tuple[Remedy, ...], number: int) -> Remedy:
    if not remedies:
        raise UserError("这一处没有可用的内容来修复，请用损坏之前的备份。")
    if not 1 <= number <= len(remedies):
        raise UserError(f"这一处只有 {len(remedies)} 个办法，请用 --way 写明第几个。")
    return remedies[number - 1]


def _list(found: tuple[Damage, ...], offered: list[tuple[Remedy, ...]], *, as_json: bool) -> None:
    if as_json:
        pairs = zip(found, offered, strict=True)
        show_json([_row(damage, remedies) for damage, remedies in pairs])
        return
    if not found:
        show_message("没有发现损坏的记录。")
        return
    for number, (damage, remedies) in enumerate(zip(found, offered, strict=True), 1):
        show_message(f"{number}. {damage.name}")
        for choice, remedy in enumerate(remedies, 1):
            show_message(f"   办法 {choice}：{remedy.words}")
        if not remedies:
            show_message("   没有可用的内容来修复，请用损坏之前的备份。")
    show_message("修复一处：bulletin-desk repair 编号 [--way 办法] --as 姓名。修复会记入记录；文章修复前后都留有版本。")


def _row(damage: Damage, remedies: tuple[Remedy, ...]) -> dict[str, object]:
    return {"record": damage.record, "name": damage.name, "uid": damage.uid, "ways": [one.words for one in remedies]}


MENDING_COMMANDS: dict[str, ReviewCommand] = {"repair": repair}
