"""House words to a table and from one: terms import FILE, terms export FILE."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from editor.cli.command import OpenLibrary
from editor.cli.commands import named
from editor.cli.output import show_json, show_message, warn
from editor.model.errors import UserError

if TYPE_CHECKING:
    from editor.desk.registers.house_words import WordPlan


def manage_terms(call: argparse.Namespace, open_library: OpenLibrary) -> None:
    """Take the rows of a table into the library, or write a table: of the library's words, or one to begin with."""
    from editor.desk.registers.house_words import export_words, import_words, write_template

    if call.action == "export" and call.template:
        write_template(call.file)
        show_message(f"已写入 {call.file}：标题行和两行示例")
        return
    with open_library(call.library) as library:
        if call.action == "export":
            words = library.house_words.stored().words
            export_words(call.file, words)
            show_message(f"已写入 {call.file}：{len(words)} 条用语")
        else:
            _show(import_words(call.file, library, author=named(call)), as_json=call.json)


def _show(plan: "WordPlan", *, as_json: bool) -> None:
    if as_json:
        show_json(
            {
                "new": len(plan.new),
                "changed": len(plan.changed),
                "same": plan.same,
                "unknown_columns": plan.unknown,
                "refused": [asdict(one) for one in plan.refused],
            }
        )
        return
    for head in plan.unknown:
        warn(f"不认得“{head}”这一列，没有读")
    for row in plan.refused:
        warn(f"第 {row.line} 行“{row.text}”没有收：{row.reason}")
    if plan.refused and not (plan.taken or plan.same):
        raise UserError("一条也没有收，刊库未改动。请照上面说的改好再导入。")
    show_message(
        f"新增 {len(plan.new)} 条，改动 {len(plan.changed)} 条，未变 {plan.same} 条，没有收 {len(plan.refused)} 条"
    )
