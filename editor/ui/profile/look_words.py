"""How looks and their fonts are called."""

from editor.document.faces import SHIPPED, apply_fonts
from editor.document.look import look_table
from editor.document.look_settings import family_of
from editor.model.font import Font
from editor.model.language import tr
from editor.model.publication import Look, Publication

LOOKS = {"house": tr("简报"), "gongwen": tr("公文")}
# roles that every look has; the last is where a font of the office's own goes
_ROLES = (("song", tr("宋体")), ("hei", tr("黑体")), ("kai", tr("楷体")))
OWN_ROLE = {"body": "fang", "title": "biao"}
FontKey = tuple[str, str]


def accent_of(publication: Publication) -> str:
    """Return the colour of the publication's heads, its own or the look's."""
    return publication.profile.accent or look_table(publication.look).text("colour.accent")


def font_choices(look: Look, use: str, fonts: tuple[Font, ...]) -> tuple[tuple[FontKey, str], ...]:
    """Return (role, family) with its name for every font that a use can be set in; family: of an added font."""
    families = dict.fromkeys(face.name for font in fonts for face in font.faces)
    own = tuple(((OWN_ROLE[use], family), tr("{family}（本单位）", family=family)) for family in families)
    offered = (*(((role, ""), name) for role, name in _ROLES), *own)
    now = font_of(look, use)
    return offered if now in dict(offered) else (*offered, (now, _wording(now, look, fonts)))


def font_of(look: Look, use: str) -> FontKey:
    """Return what a use is set in."""
    return family_of(look_table(look), use)


def _wording(key: FontKey, look: Look, fonts: tuple[Font, ...]) -> str:
    role, family = key
    own = next((one.face.name for one in apply_fonts(look_table(look), fonts).added if one.role == role), "")
    if own:
        return tr("{family}（本单位）", family=own)
    return (
        tr("{family}（刊库里没有，改用{shipped}）", family=family, shipped=SHIPPED[role][1])
        if family
        else SHIPPED[role][1]
    )
