"""What the forms of the front ask for, done on the open issue of one window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QFileDialog

from editor.desk.formats import PICTURE_FILES
from editor.model.block_kinds import pictures_of
from editor.model.credit_filling import filled_front
from editor.model.credits import Name, NameKind
from editor.model.edits import put_issue
from editor.model.errors import UserError
from editor.model.front import Front, put_front
from editor.model.language import tr
from editor.model.picture import Picture
from editor.model.workspace import Workspace
from editor.ui.body.clipboard import pasted
from editor.ui.commands.context import WindowContext
from editor.ui.credits.known_names import known_names, register_name
from editor.ui.credits.services import Services
from editor.ui.kit.failures import show_failure


def services_of(context: WindowContext, show: Callable[[], None]) -> Services:
    """Return the services of one window. show: shows the forms again, where a change was none."""

    def edit(words: str, change: Callable[[Front], Front], /, *, step: str = "") -> None:
        if not context.opened.apply(words, partial(_changed, change), step=step):
            show()

    def left() -> None:
        context.opened.close_step()
        context.opened.saving.begin()

    return Services(
        edit=edit,
        known=partial(known_names, context.session),
        register=partial(_register, context),
        choose_picture=partial(_choose_picture, context),
        take_picture=partial(_take_picture, context),
        left=left,
        show_message=context.show_message,
    )


def _changed(change: Callable[[Front], Front], space: Workspace) -> Workspace:
    front = filled_front(space.issue)
    after = change(front)
    return space if after == front else put_issue(space, put_front(space.issue, after))


def _register(context: WindowContext, text: str, kind: NameKind) -> Name:
    made = register_name(context.session, text, kind)
    context.show_message(tr("已登记“{text}”", text=text))
    return made


def _choose_picture(context: WindowContext) -> Picture | None:
    name, _ = QFileDialog.getOpenFileName(context.window, tr("选择图片"), "", PICTURE_FILES.dialog_filter)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(name)])
    return _take_picture(context, data) if name else None


def _take_picture(context: WindowContext, data: QMimeData) -> Picture | None:
    try:
        blocks = pasted(data, frozenset(), context.session.take_picture).blocks
    except UserError as error:
        show_failure(context.window, tr("没有放入图片"), str(error))
        return None
    found = next((picture for block in blocks for picture in pictures_of(block)), None)
    if found is None:
        context.show_message(tr("这里面没有图片。请选 PNG 或 JPEG 文件，或先复制一张图片。"))
    return found
