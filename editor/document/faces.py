"""The font files of a look: its roles name shipped families or families that the office added to its library."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from editor.document.look import AddedFace, LookTable
from editor.model.font import Font
from editor.model.language import tr

# the shipped face that substitutes for a missing font, with its name for the editor
SHIPPED = {
    "song": ("Bulletin Song", tr("宋体")),
    "hei": ("Bulletin Hei", tr("黑体")),
    "kai": ("Bulletin Kai", tr("楷体")),
    "figures": ("Bulletin Figures", tr("自带的数字体")),
    "fang": ("Bulletin Song", tr("宋体")),
    "biao": ("Bulletin Song", tr("宋体")),
}
FAMILIES = frozenset(family for family, _ in SHIPPED.values())
# kinds of type that each maker names differently: any family whose name contains one of these will do
_KINDS = {"仿宋": ("仿宋", "fangsong"), "小标宋": ("小标宋", "xiaobiaosong")}
_USES = (("body", tr("正文")), ("title", tr("标题")), ("lead_in", tr("加粗文字")), ("label", tr("栏目与小标题")))


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


def said_missing(look: LookTable) -> tuple[str, ...]:
    """Return a sentence for every font that the look asks for and the office has not added."""
    return tuple(
        tr(
            "版式的{used_for}要用{family}，刊库里没有这种字体，改用{shipped}。本单位有这种字体时，"
            "先用 bulletin-desk font add 字体文件 添加，再导出。",
            used_for=_used_for(look, role),
            family=family,
            shipped=SHIPPED[role][1],
        )
        for role, family in look.missing
    )


def _used_for(look: LookTable, role: str) -> str:
    return tr("、").join(name for use, name in _USES if look.text(f"font.{use}") == role) or tr("文字")


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
