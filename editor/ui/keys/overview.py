"""All keys by group, as lines and as a page to print."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from editor.desk.files import write_file
from editor.model.language import tr
from editor.ui.commands.actions import CommandActions
from editor.ui.keys.spelling import native
from editor.ui.theme.fonts import font

_DPI, _MARGIN_MM, _MM = 96, 18, 25.4
# what lists and texts do with keys of their own, which cannot be changed
_FIXED = (
    (tr("标题里断行"), ("Ctrl+Return",)),
    (tr("离开正文"), ("Ctrl+Tab",)),
    (tr("换到上一栏、下一栏"), ("Shift+Tab", "Tab")),
    (tr("收起查找条、命令面板"), ("Esc",)),
    (tr("栏目和文章的菜单"), ("Shift+F10",)),
    (tr("审读里走改动"), ("F8", "Shift+F8")),
    (tr("审读里加批注"), ("N",)),
)


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One command and its keys as the system writes them."""

    name: str
    keys: tuple[str, ...]


def key_lines(actions: CommandActions) -> dict[str, list[KeyLine]]:
    """Return the commands that have keys, by group, and those keys that are fixed."""
    lines: dict[str, list[KeyLine]] = {}
    for heading, commands in actions.table.groups().items():
        for command in commands:
            keys = tuple(native(one.toString()) for one in actions[command.name].shortcuts())
            if keys:
                lines.setdefault(heading, []).append(KeyLine(command.text.removesuffix("…"), keys))
    return lines | {tr("固定的键"): [KeyLine(name, tuple(map(native, keys))) for name, keys in _FIXED]}


def halves_of(lines: Mapping[str, list[KeyLine]]) -> tuple[list[str], list[str]]:
    """Part the groups in order into two columns that are about as long."""
    headings = list(lines)
    lengths = [len(lines[heading]) + 2 for heading in headings]
    cut = min(range(len(headings) + 1), key=lambda at: abs(sum(lengths[:at]) - sum(lengths[at:])))
    return headings[:cut], headings[cut:]


def write_keys_pdf(lines: Mapping[str, list[KeyLine]], path: Path) -> None:
    """Write the keys on A4 pages. Raises UserError where the file cannot be written."""
    made = QBuffer()
    made.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(made)
    writer.setResolution(_DPI)
    writer.setTitle(tr("快捷键一览"))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )
    text = QTextDocument()
    text.setDefaultFont(font("small"))
    text.setHtml(_html(lines))
    text.setPageSize(QSizeF(writer.width(), writer.height()))
    text.print_(writer)
    made.close()
    write_file(path, bytes(made.data().data()))


def _html(lines: Mapping[str, list[KeyLine]]) -> str:
    halves = "".join(
        f"<td width='50%'>{''.join(_block(heading, lines[heading]) for heading in half)}</td>"
        for half in halves_of(lines)
    )
    return tr(
        "<h2>简报编辑台　快捷键一览</h2><table width='100%' cellspacing='8'><tr>{halves}</tr></table>", halves=halves
    )


def _block(heading: str, lines: list[KeyLine]) -> str:
    return f"<h4>{escape(heading)}</h4><table width='100%'>{''.join(map(_row, lines))}</table>"


def _row(line: KeyLine) -> str:
    return f"<tr><td width='46%'>{escape(line.name)}</td><td>{escape(tr('，').join(line.keys))}</td></tr>"
