"""What is damaged in a library: found by its checksums, said by name, and used for nothing until it is mended."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from editor.model.errors import UserError
from editor.model.language import tr


class Record(StrEnum):
    """What kind of a record: the name of its table."""

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
    FONT = "fonts"
    SCAN = "scans"
    INTRODUCTION = "introductions"
    APPROVAL = "approvals"
    RELEASED_FILE = "released_files"


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """A damaged record. name: as a sentence calls it; place: uid of what it belongs to, an issue, a publication."""

    record: Record
    name: str
    uid: str
    place: str = ""


class Source(StrEnum):
    """Where a record can be mended from. FITTING: what fits its checksum again, so that it is as it was stored."""

    FITTING = "fitting"
    KEPT = "kept"
    STANDING = "standing"
    REMOVING = "removing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """A way to mend a record. words: what it does, for who decides; key: which of several of one source."""

    damage: Damage
    source: Source
    words: str
    key: int = 0


class DamageError(UserError):
    """What was asked for is damaged. damages: all that stands in the way."""

    def __init__(self, damages: Iterable[Damage]) -> None:
        """Say what, and what to do."""
        self.damages = tuple(damages)
        super().__init__(
            tr(
                "刊库里有内容损坏了，与存下时不一样：{names}。为免印错，修好以前不打开、不导出，别处照常。"
                "请用“修复刊库”（命令行 bulletin-desk repair），或从备份恢复。",
                names=tr("；").join(dict.fromkeys(one.name for one in self.damages)),
            )
        )
