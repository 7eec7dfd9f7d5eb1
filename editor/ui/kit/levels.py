"""How the levels of findings look and are called."""

from dataclasses import dataclass

from editor.checks.finding import Level
from editor.model.language import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelLook:
    """word: for the filter and the screen reader; token: of its mark, filled; soft: ground of the words meant."""

    word: str
    icon: str
    token: str
    soft: str


LOOKS = {
    Level.ERROR: LevelLook(word=tr("错误"), icon="check.error", token="error", soft="error.soft"),
    Level.WARNING: LevelLook(word=tr("警告"), icon="check.warning", token="warn.mark", soft="warn.soft"),
    Level.INFO: LevelLook(word=tr("提示"), icon="check.hint", token="text3", soft="selected.idle"),
}
