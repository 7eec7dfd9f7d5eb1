"""Damaged records of a library: found by checksums, named to the user, and not used until they are repaired."""

from collections.abc import Iterable
from enum import StrEnum

from editor.model.dataclass import dataclass
from editor.model.errors import UserError
from editor.model.language import tr


class Record(StrEnum):
    """Kind of a record; the value is the name of its table."""

    PICTURE = "pictures"
    PUBLICATION = "publications"
    ISSUE = "issues"
    ARTICLE = "articles"
    DRAWER = "drawer"
    REGISTER = "registers"
    MEMBER = "members"
    VERSION = "revisions"
    CONTENT = "contents"
    CHECKPOINT = "checkpoints"
    READING = "readings"
    GALLEY = "galleys"
    FONT = "fonts"
    SCAN = "scans"
    INTRODUCTION = "introductions"
    APPROVAL = "approvals"
    RELEASED_FILE = "released_files"


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """A damaged record. name: for sentences to the user; place: uid of the issue or publication that it belongs to."""

    record: Record
    name: str
    uid: str
    place: str = ""


class Source(StrEnum):
    """Where a repair takes its data from. FITTING: data that fits the checksum, so exactly what was stored."""

    FITTING = "fitting"
    KEPT = "kept"
    STANDING = "standing"
    REMOVING = "removing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """A way to repair a record. words: what it does, shown to the user; key: tells remedies of one source apart."""

    damage: Damage
    source: Source
    words: str
    key: int = 0


class DamageError(UserError):
    """The requested data is damaged. damages: every damaged record that was needed for it."""

    def __init__(self, damages: Iterable[Damage]) -> None:
        """Make the message: what is damaged, and what to do."""
        self.damages = tuple(damages)
        super().__init__(
            tr(
                "刊库里有内容损坏了，与存下时不一样：{names}。为免印错，修好以前不打开、不导出，别处照常。"
                "请用“修复刊库”（命令行 bulletin-desk repair），或从备份恢复。",
                names=tr("；").join(dict.fromkeys(one.name for one in self.damages)),
            )
        )
