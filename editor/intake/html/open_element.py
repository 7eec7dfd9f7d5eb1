"""What an element of a page means for the text inside it."""

from collections.abc import Mapping
from dataclasses import dataclass

from editor.intake.html import elements
from editor.intake.html.known import field_of
from editor.intake.html.losses import Account, Loss
from editor.intake.html.style import Style
from editor.model.body import Run
from editor.text.address import usable_address


@dataclass(slots=True)
class OpenElement:
    """An open element. heading: rank, 0 for none; opened: whether a flow closes with it.

    field: of the article that its text is; value: what to take instead of the text.
    """

    look: Run
    block: bool = False
    heading: int = 0
    lines: bool = False
    marker: bool = False
    opened: bool = False
    field: str = ""
    value: str = ""


def opened(outer: OpenElement, tag: str, attributes: Mapping[str, str], style: Style, account: Account) -> OpenElement:
    """Return an element inside another; what of it is lost is put to the account."""
    name, value = field_of(attributes)
    if style.struck or tag in elements.STRUCK:
        account[Loss.STRUCK] += 1
    return OpenElement(
        look=_look(outer.look, tag, attributes, style, account),
        block=_wording(style.block, tag in elements.BLOCKS) or tag in elements.ALWAYS_BLOCKS,
        heading=_heading(tag, style) or outer.heading,
        lines=_wording(style.lines, outer.lines or tag in elements.LINES),
        marker=outer.marker or style.marker,
        field=outer.field or name,
        value=value,
    )


def _heading(tag: str, style: Style) -> int:
    return min(elements.HEADINGS.get(tag, style.outline if tag == "p" else 0), 6)


def _look(look: Run, tag: str, attributes: Mapping[str, str], style: Style, account: Account) -> Run:
    bold = _wording(style.bold, look.bold or tag in elements.BOLD)
    italic = _wording(style.italic, look.italic or tag in elements.ITALIC)
    script = style.script or elements.SCRIPTS.get(tag, look.script)
    link = _address(attributes["href"], account) if tag == "a" and "href" in attributes else look.link
    if (bold, italic, script, link) == (look.bold, look.italic, look.script, look.link):
        return look
    return Run(text="", bold=bold, italic=italic, script=script, link=link)


def _address(href: str, account: Account) -> str:
    address = usable_address(href)
    account[Loss.LINKS] += not address and not href.startswith("#")
    return address


def _wording(value: bool | None, otherwise: bool) -> bool:  # noqa: FBT001
    return otherwise if value is None else value
