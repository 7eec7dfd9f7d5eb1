"""How looks and their fonts are called."""

from editor.document.faces import SHIPPED
from editor.document.look import look_table
from editor.document.look_settings import family_of
from editor.model.font import Font
from editor.model.publication import Look, Publication

LOOKS = {"house": "简报", "gongwen": "公文"}
# roles that every look has; the last is where a font of the office's own goes
_ROLES = (("song", "宋体"), ("hei", "黑体"), ("kai", "楷体"))
OWN_ROLE = {"body": "fang", "title": "biao"}
FontKey = tuple[str, str]


def accent_of(publication: Publication) -> str:
    """Return the colour of the publication's heads, its own or the look's."""
    return publication.profile.accent or look_table(publication.look).text("colour.accent")


def font_choices(look: Look, use: str, fonts: tuple[Font, ...]) -> tuple[tuple[FontKey, str], ...]:
    """Return (role, family) with its name for every font that a use can be set in; family: of an added font."""
    families = dict.fromkeys(face.name for font in fonts for face in font.faces)
    own = tuple(((OWN_ROLE[use], family), f"{family}（本单位）") for family in families)
    offered = (*(((role, ""), name) for role, name in _ROLES), *own)
    now = font_of(look, use)
    return offered if now in dict(offered) else (*offered, (now, _said(now)))


def font_of(look: Look, use: str) -> FontKey:
    """Return what a use is set in."""
    return family_of(look_table(look), use)


def _said(key: FontKey) -> str:
    role, family = key
    return f"{family}（刊库里没有，改用{SHIPPED[role][1]}）" if family else SHIPPED[role][1]
