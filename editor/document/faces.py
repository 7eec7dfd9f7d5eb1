"""The font files of a look: its roles name shipped families or families that the office added to its library."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from editor.document.look import AddedFace, LookTable
from editor.model.dataclass import dataclass
from editor.model.font import Font
from editor.model.language import tr

# the shipped face that substitutes for a missing font, with its name for the editor
SHIPPED = {
    "song": ("Bulletin Song", tr("宋体")),
    "hei": ("Bulletin Hei", tr("黑体")),
    "kai": ("Bulletin Kai", tr("楷体")),
    "figures": ("Bulletin Figures", tr("数字体")),
    "fang": ("Bulletin Song", tr("宋体")),
    "biao": ("Bulletin Song", tr("宋体")),
}
FAMILIES = frozenset(family for family, _ in SHIPPED.values())
_NAMES = dict(reversed(SHIPPED.values()))
# kinds of type that each maker names differently: any family whose name contains one of these will do
_KINDS = {"仿宋": ("仿宋", "fangsong"), "小标宋": ("小标宋", "xiaobiaosong")}
_USES = (("body", tr("正文")), ("title", tr("标题")), ("lead_in", tr("加粗文字")), ("label", tr("栏目与小标题")))
# what roles serve besides the uses that a look gives them
_ALWAYS = {"kai": tr("口号、来源、引文"), "figures": tr("页码与数字")}


@dataclass(frozen=True, slots=True, kw_only=True)
class LookFace:
    """A face of a look and what it is set in.

    asked: a family that is not shipped, own: the office's font that serves, empty for none; shipped: what serves else.
    """

    used_for: str
    asked: str
    own: str
    shipped: str


def apply_fonts(look: LookTable, fonts: Sequence[Font]) -> LookTable:
    """Return the look with the added faces that its roles ask for, and what is missing."""
    wanted = {role: look.text(f"font.{role}") for role in SHIPPED if f"font.{role}" in look.settings}
    asked = {role: family for role, family in wanted.items() if family not in FAMILIES}
    found = {role: _find(role, family, fonts) for role, family in asked.items()}
    return replace(
        look,
        added=tuple(face for face in found.values() if face is not None),
        missing=tuple((role, asked[role]) for role, face in found.items() if face is None),
    )


def look_faces(look: LookTable) -> tuple[LookFace, ...]:
    """Return the faces that a look uses. look: with the office's fonts, see `apply_fonts`."""
    own = {one.role: one.face.name for one in look.added}
    missing = dict(look.missing)
    roles = dict.fromkeys((*(look.text(f"font.{use}") for use, _ in _USES), *_ALWAYS))
    return tuple(
        LookFace(
            used_for=_uses_of(look, role),
            asked=missing.get(role, own.get(role, "")),
            own=own.get(role, ""),
            shipped=_NAMES.get(look.text(f"font.{role}"), SHIPPED[role][1]),
        )
        for role in roles
    )


def said_missing(look: LookTable) -> tuple[str, ...]:
    """Return a sentence for every font that the look asks for and the office has not added."""
    return tuple(
        tr(
            "版式的{used_for}要用{family}，刊库里没有这种字体，改用{shipped}。本单位有这种字体时，"
            "先在刊物设置的“版式”里添加，或用 bulletin-desk font add 字体文件 添加，再导出。",
            used_for=_used_for(look, role),
            family=family,
            shipped=SHIPPED[role][1],
        )
        for role, family in look.missing
    )


def _used_for(look: LookTable, role: str) -> str:
    return tr("、").join(name for use, name in _USES if look.text(f"font.{use}") == role) or tr("文字")


def _uses_of(look: LookTable, role: str) -> str:
    """Return what a role serves in a look."""
    uses = [name for use, name in _USES if look.text(f"font.{use}") == role]
    return tr("、").join((*uses, *((_ALWAYS[role],) if role in _ALWAYS else ())))


def _find(role: str, family: str, fonts: Sequence[Font]) -> AddedFace | None:
    """Return the best face: one of exactly this name first, then the one with the most characters."""
    faces = [
        AddedFace(role=role, sha256=font.sha256, index=index, face=face)
        for font in fonts
        for index, face in enumerate(font.faces)
        if _serves(face.families, family)
    ]
    best = sorted(faces, key=lambda one: (family not in one.face.families, -one.face.count, one.sha256))
    return best[0] if best else None


def _serves(families: Iterable[str], wanted: str) -> bool:
    names = [_plain(family) for family in families]
    parts = _KINDS.get(wanted)
    if parts is None:
        return _plain(wanted) in names
    return any(part in name for name in names for part in parts)


def _plain(family: str) -> str:
    return family.casefold().replace(" ", "")
