"""Every command of the window: name, words, icon, keys. The bars and menus take theirs from here."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from editor.model.language import tr
from editor.ui.theme.icons import icon
from editor.ui.theme.tokens import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class _Command:
    """writes: it changes the open issue."""

    name: str
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    checkable: bool = False
    writes: bool = False


_ISSUE = (
    _Command(name="library.open", text=tr("打开刊库…"), icon="library", keys=("Ctrl+Shift+O",)),
    _Command(name="library.sample", text=tr("放入示例一期"), icon="part.cover"),
    _Command(name="issue.new", text=tr("新建一期…"), icon="issue.switch", keys=("Ctrl+Alt+N",)),
    _Command(name="issue.import", text=tr("导入…"), icon="article.import", keys=("Ctrl+O", "Ctrl+I")),
    _Command(name="profile.edit", text=tr("刊物设置…"), icon="publication", keys=("Ctrl+Alt+S",)),
    _Command(name="issue.number", text=tr("期号和日期…"), icon="meta.date", writes=True),
    _Command(name="issue.unlock", text=tr("允许修改这一期"), icon="lock"),
    _Command(name="save", text=tr("保存"), icon="saved", keys=("Ctrl+S",)),
    _Command(name="backups", text=tr("备份…"), icon="restore"),
    _Command(name="library.mend", text=tr("修复刊库…"), icon="check.warning"),
    _Command(name="export", text=tr("导出…"), icon="export", keys=("Ctrl+Shift+E",)),
    _Command(name="print", text=tr("打印…"), icon="print", keys=("Ctrl+P",)),
    _Command(name="undo", text=tr("撤销"), icon="undo", keys=("Ctrl+Z",)),
    _Command(name="library.undo", text=tr("撤销刊库替换…"), icon="restore"),
    _Command(name="redo", text=tr("重做"), icon="redo", keys=("Ctrl+Y", "Ctrl+Shift+Z")),
)
_ARTICLE = (
    _Command(name="article.new", text=tr("新建文章"), icon="article.new", keys=("Ctrl+N",), writes=True),
    _Command(name="article.paste", text=tr("粘贴成文"), icon="article.paste", keys=("Ctrl+Shift+V",), writes=True),
    _Command(name="article.rename", text=tr("改标题"), keys=("F2",), writes=True),
    _Command(name="article.discard", text=tr("删到废稿箱"), icon="trash", writes=True),
    _Command(name="article.restore", text=tr("恢复到原处"), icon="restore", writes=True),
    _Command(name="article.trash", text=tr("废稿箱"), icon="trash"),
    _Command(name="article.erase", text=tr("彻底删除"), icon="trash", writes=True),
    _Command(name="article.pending", text=tr("移到待编"), icon="pool", writes=True),
    _Command(name="order.up", text=tr("上移"), icon="order.up", keys=("Ctrl+Up",), writes=True),
    _Command(name="order.down", text=tr("下移"), icon="order.down", keys=("Ctrl+Down",), writes=True),
    _Command(name="steps.on", text=tr("过下一步"), icon="state.proofed", keys=("Alt+Right",), writes=True),
    _Command(name="steps.back", text=tr("退回修改…"), icon="review.return", keys=("Alt+Left",), writes=True),
    _Command(name="steps.filter", text=tr("按步骤筛选…")),
    _Command(name="copy.html", text=tr("复制为网页（公众号、邮件）")),
    _Command(name="copy.text", text=tr("复制为纯文字（附链接）")),
    _Command(name="article.versions", text=tr("版本…"), icon="versions", keys=("Ctrl+Alt+B",)),
    _Command(name="article.next", text=tr("下一篇"), icon="chevron.right", keys=("Alt+Down",)),
    _Command(name="article.previous", text=tr("上一篇"), icon="chevron.left", keys=("Alt+Up",)),
)
_TEXT = (
    _Command(name="kind.paragraph", text=tr("正文"), keys=("Ctrl+Shift+N",), writes=True),
    _Command(name="kind.heading1", text=tr("一级标题"), keys=("Ctrl+Alt+1",), writes=True),
    _Command(name="kind.heading2", text=tr("二级标题"), keys=("Ctrl+Alt+2",), writes=True),
    _Command(name="kind.heading3", text=tr("三级标题"), keys=("Ctrl+Alt+3",), writes=True),
    _Command(name="kind.bullets", text=tr("项目列表"), icon="block.list", keys=("Ctrl+Shift+8",), writes=True),
    _Command(name="kind.numbers", text=tr("编号列表"), icon="block.numbered", keys=("Ctrl+Shift+7",), writes=True),
    _Command(name="kind.quote", text=tr("引文"), icon="block.quote", keys=("Ctrl+Shift+9",), writes=True),
    _Command(name="text.bold", text=tr("加粗"), icon="text.bold", keys=("Ctrl+B",), writes=True),
    _Command(name="text.italic", text=tr("斜体"), icon="text.italic", writes=True),
    _Command(name="text.leadin", text=tr("加粗段首语"), icon="text.leadin", keys=("Ctrl+Shift+B",), writes=True),
    _Command(name="text.link", text=tr("链接…"), icon="text.link", keys=("Ctrl+Shift+K",), writes=True),
    _Command(name="text.super", text=tr("上标"), icon="text.super", writes=True),
    _Command(name="text.sub", text=tr("下标"), icon="text.sub", writes=True),
    _Command(name="text.clear", text=tr("清除格式"), icon="text.clear", keys=("Ctrl+\\",), writes=True),
    _Command(name="paste.plain", text=tr("粘贴为纯文字"), icon="article.paste", keys=("Ctrl+Alt+V",), writes=True),
    _Command(name="insert.figure", text=tr("插入图片…"), icon="block.figure", keys=("Ctrl+Shift+G",), writes=True),
    _Command(name="insert.table", text=tr("插入表格"), icon="block.table", keys=("Ctrl+Shift+T",), writes=True),
    _Command(name="object.edit", text=tr("编辑图表…"), writes=True),
    _Command(name="figure.replace", text=tr("换图…"), icon="block.figure", writes=True),
    _Command(name="object.up", text=tr("图表上移"), icon="order.up", writes=True),
    _Command(name="object.down", text=tr("图表下移"), icon="order.down", writes=True),
    _Command(name="object.remove", text=tr("删除图表"), icon="trash", writes=True),
    _Command(name="find", text=tr("查找"), icon="search", keys=("Ctrl+F",)),
    _Command(name="find.replace", text=tr("替换"), icon="find.replace", keys=("Ctrl+H",)),
    _Command(name="find.library", text=tr("在刊库里查找…"), icon="search"),
    _Command(name="library.replace", text=tr("在刊库里替换…"), icon="search"),
    _Command(name="find.next", text=tr("找下一处"), keys=("F3",)),
    _Command(name="find.previous", text=tr("找上一处"), keys=("Shift+F3",)),
)
_REGISTERS = (
    _Command(name="registers.people", text=tr("人员与单位…"), icon="register.people"),
    _Command(name="registers.words", text=tr("标签与名录…"), icon="register"),
    _Command(name="tags.add", text=tr("加标签…"), icon="meta.tag", writes=True),
    _Command(name="tags.remove", text=tr("去标签…"), writes=True),
)
_TRACKING = (
    _Command(name="track.toggle", text=tr("修订"), icon="edit", keys=("F6",), checkable=True, writes=True),
    _Command(name="track.list", text=tr("修订列表"), icon="edit"),
    _Command(name="track.next", text=tr("下一处修订"), keys=("F9",)),
    _Command(name="track.previous", text=tr("上一处修订"), keys=("Shift+F9",)),
    _Command(name="track.accept", text=tr("接受这一处修订"), keys=("Ctrl+F9",), writes=True),
    _Command(name="track.reject", text=tr("拒绝这一处修订"), keys=("Ctrl+Shift+F9",), writes=True),
    _Command(name="track.accept.article", text=tr("接受本篇全部修订"), writes=True),
    _Command(name="track.reject.article", text=tr("拒绝本篇全部修订"), writes=True),
    _Command(name="track.accept.issue", text=tr("接受本期全部修订"), writes=True),
    _Command(name="track.reject.issue", text=tr("拒绝本期全部修订"), writes=True),
)
_VIEW = (
    _Command(name="review.read", text=tr("审读…"), icon="review.notes", keys=("Ctrl+Alt+R",)),
    _Command(name="review.notes", text=tr("批注列表"), icon="review.notes"),
    _Command(name="notes.paper", text=tr("打印批注清单…"), icon="print"),
    _Command(name="view.outline", text=tr("目录栏"), icon="view.outline", keys=("Ctrl+Shift+L",)),
    _Command(name="view.pages", text=tr("版面栏"), icon="view.pages", keys=("Ctrl+Shift+P",)),
    _Command(name="check", text=tr("检查"), icon="check.run", keys=("F7",)),
    _Command(name="check.next", text=tr("下一个问题"), keys=("F4",)),
    _Command(name="check.previous", text=tr("上一个问题"), keys=("Shift+F4",)),
    _Command(name="go.outline", text=tr("到目录"), keys=("Ctrl+T",)),
    _Command(name="go.article", text=tr("到文章"), keys=("Ctrl+E",)),
    _Command(name="go.pages", text=tr("到版面"), keys=("F5",)),
    _Command(name="zoom.in", text=tr("放大"), icon="zoom.in", keys=("Ctrl+=",)),
    _Command(name="zoom.out", text=tr("缩小"), icon="zoom.out", keys=("Ctrl+-",)),
    _Command(name="view.fitwidth", text=tr("适合宽度"), icon="view.fitwidth", keys=("Ctrl+0",), checkable=True),
    _Command(name="view.fitpage", text=tr("整页"), icon="view.fitpage", keys=("Ctrl+9",), checkable=True),
    _Command(name="view.twoup", text=tr("双页"), icon="view.twoup", keys=("Ctrl+8",), checkable=True),
    _Command(name="view.thumbs", text=tr("缩略图"), icon="view.thumbs", keys=("Shift+F5",), checkable=True),
    _Command(name="view.window", text=tr("版面独立窗口"), icon="view.window", keys=("Ctrl+Shift+F5",), checkable=True),
    _Command(name="view.focus", text=tr("专心写"), icon="view.focus", keys=("F8",), checkable=True),
    _Command(name="view.full", text=tr("全屏"), icon="view.full", keys=("F11",), checkable=True),
    _Command(name="more", text=tr("更多"), icon="more"),
    _Command(name="view.reset", text=tr("恢复窗口布局"), icon="restore"),
)
_REVIEW = (
    _Command(name="review.submit", text=tr("送审…"), icon="review.submit"),
    _Command(name="review.approve", text=tr("签发…"), icon="review.seal"),
    _Command(name="review.return", text=tr("退回…"), icon="review.return"),
    _Command(name="review.publish", text=tr("印发…"), icon="handover"),
    _Command(name="review.correct", text=tr("更正…"), icon="versions"),
    _Command(name="review.abandon", text=tr("放弃更正…"), icon="undo"),
    _Command(name="review.notice", text=tr("更正启事…"), icon="article"),
    _Command(name="review.compare", text=tr("与签发的对照…"), icon="compare"),
    _Command(name="review.form", text=tr("签发单…"), icon="print"),
    _Command(name="review.verify", text=tr("核验…"), icon="original"),
    _Command(name="review.log", text=tr("审批记录…"), icon="archive"),
    _Command(name="review.keys", text=tr("签发人与密钥…"), icon="lock"),
)
REVIEWING = tuple(command.name for command in _REVIEW)
"""The commands of the menu 审批, in its order."""
_DESK = (
    _Command(name="palette", text=tr("命令面板"), icon="palette", keys=("Ctrl+K",)),
    _Command(name="settings", text=tr("设置…"), icon="settings", keys=("Ctrl+,",)),
    _Command(name="keys", text=tr("快捷键一览"), icon="help", keys=("F1", "Ctrl+/")),
    _Command(name="welcome", text=tr("回到开始页"), icon="arrow.left"),
    _Command(name="theme.system", text=tr("外观跟随系统"), checkable=True),
    _Command(name="theme.light", text=tr("浅色外观"), checkable=True),
    _Command(name="theme.dark", text=tr("深色外观"), checkable=True),
    _Command(name="theme.contrast", text=tr("高对比外观"), checkable=True),
)
GROUPS = {
    tr("刊库与期"): _ISSUE,
    tr("文章"): _ARTICLE,
    tr("正文"): _TEXT,
    tr("名录"): _REGISTERS,
    tr("修订"): _TRACKING,
    tr("审批"): _REVIEW,
    tr("视图与检查"): _VIEW,
    tr("程序"): _DESK,
}
"""The commands under their headings, as palette, settings and the sheet of keys show them."""
COMMANDS = tuple(command for group in GROUPS.values() for command in group)
WRITING = tuple(command.name for command in COMMANDS if command.writes)
"""The commands that change the open issue."""


def make_actions(window: QWidget, theme: Theme) -> dict[str, QAction]:
    """Return the window's actions by name; their keys work anywhere in it."""
    return {command.name: _action(command, window, theme) for command in COMMANDS}


def _action(command: _Command, window: QWidget, theme: Theme) -> QAction:
    action = QAction(command.text, window)
    action.setObjectName(command.name)
    action.setToolTip(command.text.removesuffix("…"))
    if command.icon:
        action.setIcon(icon(command.icon, theme))
    action.setShortcuts([QKeySequence(keys) for keys in command.keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setCheckable(command.checkable)
    window.addAction(action)
    return action
