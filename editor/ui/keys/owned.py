"""Keys that are not ours to give: Chinese input methods, the system and text fields take them first."""

from PySide6.QtCore import Qt

from editor.model.language import tr
from editor.ui.keys.spelling import combination

# the defaults of Microsoft Pinyin, Sogou, QQ, fcitx5 and IBus with libpinyin
_INPUT_METHODS = {
    "Ctrl+Space": tr("输入法用它开关中文输入"),
    "Shift+Space": tr("输入法用它切换全角、半角"),
    "Ctrl+Shift+Space": tr("输入法用它切换"),
    "Ctrl+.": tr("输入法用它切换中文、英文标点"),
    "Ctrl+Shift+F": tr("输入法用它切换简体、繁体"),
    "Ctrl+;": tr("fcitx5 用它打开剪贴板，IBus 用它选表情"),
    "Ctrl+Shift+U": tr("Linux 的输入法用它输入字符代码"),
    "Ctrl+Alt+Shift+U": tr("fcitx5 用它查找字符"),
    "Ctrl+Alt+P": tr("fcitx5 用它开关嵌入的拼音"),
    "Ctrl+Alt+H": tr("fcitx5 用它开关英文提示"),
}
_SYSTEM = {
    "Alt+Tab": tr("系统用它换窗口"),
    "Alt+F4": tr("系统用它关窗口"),
    "Alt+Space": tr("系统用它打开窗口菜单"),
    "Ctrl+Alt+Del": tr("系统自己用它"),
    "Ctrl+Alt+Tab": tr("系统用它换窗口"),
    "Ctrl+Esc": tr("系统用它打开开始菜单"),
}
_TEXT = {
    "Ctrl+A": tr("文字栏用它全选"),
    "Ctrl+C": tr("文字栏用它复制"),
    "Ctrl+X": tr("文字栏用它剪切"),
    "Ctrl+V": tr("文字栏用它粘贴"),
    "Ctrl+Left": tr("文字栏用它移动光标"),
    "Ctrl+Right": tr("文字栏用它移动光标"),
    "Ctrl+Home": tr("文字栏用它到开头"),
    "Ctrl+End": tr("文字栏用它到末尾"),
    "Ctrl+Backspace": tr("文字栏用它删一个词"),
    "Ctrl+Del": tr("文字栏用它删一个词"),
    "Ctrl+Tab": tr("用它离开正文"),
    "Ctrl+Shift+Tab": tr("用它离开正文"),
    "Ctrl+Return": tr("用它断行、结束表格"),
    "Shift+Insert": tr("文字栏用它粘贴"),
    "Ctrl+Insert": tr("文字栏用它复制"),
    "Shift+Del": tr("文字栏用它剪切"),
}
_TAKEN = _INPUT_METHODS | _SYSTEM | _TEXT
# taken by some of them, in some versions or where it is switched on: ours, but said
_CONTENDED = {
    "Ctrl+Shift+B": tr("微软拼音用它打开符号面板"),
    "Ctrl+Shift+E": tr("1.5.26 以前的 IBus 用它输入表情"),
    "Ctrl+Shift+K": tr("搜狗输入法可以用它打开软键盘"),
    "Ctrl+Shift+Z": tr("搜狗输入法可以用它打开符号大全"),
    "Ctrl+Shift+M": tr("搜狗输入法可以用它打开菜单"),
}


def input_method_keys() -> frozenset[str]:
    """Return the keys that input methods take by default."""
    return frozenset(_INPUT_METHODS)


def refusal(keys: str) -> str:
    """Return why a command cannot have keys, empty when it can. keys: as portable() writes them."""
    if keys in _TAKEN:
        return _TAKEN[keys]
    pressed = combination(keys)
    key, held = pressed.key(), pressed.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
    if not held and not Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35:
        return tr("单独一个键要用来打字和移动光标，请和 Ctrl 或 Alt 一起按，或用 F1–F12")
    if held == Qt.KeyboardModifier.MetaModifier:
        return tr("系统自己用 Win 键")
    return ""


def doubt(keys: str) -> str:
    """Return who else may take keys, empty for nobody."""
    return _CONTENDED.get(keys, "")
