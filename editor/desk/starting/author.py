"""The user's name, which is recorded with versions, notes and waivers."""

import getpass
import unicodedata

from editor.model.errors import UserError
from editor.model.language import tr
from editor.text.characters import is_han
from editor.text.person_names import is_person_name

_LONGEST = 20
# account names that are not names of persons
_NOBODY = frozenset(("root", "user", "admin", "administrator", "guest", "default", "owner", "pc", "用户", "管理员"))


def suggested_author() -> str:
    """Return the user's name by the system, empty where it has only a generic one."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):
        # ImportError: Windows without the variables has no pwd to fall back on
        return ""
    return "" if name.lower() in _NOBODY else name[:_LONGEST]


def checked_author(text: str) -> str:
    """Return a name as it is stored: no blanks around it, single ones within. Raises UserError with what is wrong."""
    name = " ".join(text.split())
    if not name:
        raise UserError(tr("请写下你的名字：它会署在你改的每一处旁边。"))
    if len(name) > _LONGEST:
        raise UserError(tr("名字最多 {n} 个字，请写短一些。", n=_LONGEST))
    if any(unicodedata.category(char).startswith("C") for char in name):
        raise UserError(tr("名字里有看不见的字符，请重新输入，不要粘贴。"))
    return name


def editor_by_default(author: str) -> str:
    """Return whom new articles have for their editor: who is at the machine; empty where that is a login, no name."""
    return author if is_person_name(author) and any(map(is_han, author)) else ""
