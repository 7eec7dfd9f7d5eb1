"""An issue that is there already is not imported, and one button away."""

import datetime as dt
from dataclasses import replace

from editor.interchange.issue_file import write_issue
from editor.model.uid import new_uid
from editor.ui.kit.message_dialog import MessageDialog


def test_the_one_that_is_there_opens_from_the_message(window, tmp_path):
    there = window.context.opened.issue
    publication = window.session.library.publication(there.publication)
    later = replace(
        there,
        uid=new_uid(),
        date=there.date + dt.timedelta(days=7),
        number=replace(there.number, number=there.number.number + 1, total=there.number.total + 1),
        sections=(),
    )
    window.session.library.add_issue(later)
    window.session.open(later.uid)
    file = tmp_path / "again.json"
    file.write_bytes(write_issue(replace(there, uid=new_uid()), publication))
    window.import_files((file,))
    box = next(one for one in window.findChildren(MessageDialog) if one.isVisible())
    assert "没有导入“again.json”" in box.what
    assert "已经有了" in box.reason
    next(one for one in box.buttons if one.text() == "打开已有的那一期").click()
    assert window.context.opened.issue.uid == there.uid
    assert not box.isVisible()
