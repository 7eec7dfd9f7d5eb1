"""The credits page as a form: names by keys and pointer, completion, order, rotas, what is unusual."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from editor.model.credits import Credit, Filling, Name, NameKind
from tests.ui.composing import commit
from tests.ui.credits_desk import FRONT, OTHER_WANG, drop, names, open_desk, with_role

pytestmark = pytest.mark.usefixtures("theme")
CTRL = Qt.KeyboardModifier.ControlModifier


def row(desk, at):
    return desk.form.roles.list.rows[at]


def chip(desk, at, position):
    made = row(desk, at).names.chips[position]
    made.setFocus()
    return made


def press(code, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), code, modifier)


def type_name(desk, at, words):
    QTest.mouseClick(row(desk, at).add, Qt.MouseButton.LeftButton)
    field = row(desk, at).names.writing.field
    for letter in words:
        if letter.isascii():
            QTest.keyClicks(field, letter)
        else:
            event = QInputMethodEvent("", [])
            event.setCommitString(letter)
            QApplication.sendEvent(field, event)
    return field


def shown_chips(desk, at):
    return [one.accessibleName() for one in row(desk, at).names.chips if one.isVisible()]


def pick(words):
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(one for one in _actions(menu) if one.text().split("\t")[0] == words)
    action.trigger()
    menu.close()


def _actions(menu):
    for action in menu.actions():
        yield action
        if action.menu():
            yield from _actions(action.menu())


def open_menu(desk, at):
    QTest.mouseClick(row(desk, at).handle, Qt.MouseButton.LeftButton)


# adding


def test_initials_find_a_name_and_enter_takes_it(qtbot):
    desk = open_desk(qtbot)
    field = type_name(desk, 0, "cb")
    assert field.offered == ["陈贝"]
    press(Qt.Key.Key_Return)
    assert desk.names(0) == shown_chips(desk, 0) == ["沈怀远", "陈贝"]
    assert desk.front.credits[0].names[1].person
    assert desk.steps == ["添加名字"]


def test_the_field_stays_for_the_next_name_and_escape_ends_it(qtbot):
    desk = open_desk(qtbot)
    type_name(desk, 0, "cb")
    press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "zxq")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    assert desk.names(0) == ["沈怀远", "陈贝", "曾晓琪"]
    assert row(desk, 0).names.writing.field is None
    assert QApplication.focusWidget() is row(desk, 0).names.chips[2]


def test_two_persons_of_one_name_are_told_apart_by_their_remark(qtbot):
    desk = open_desk(qtbot)
    field = type_name(desk, 0, "王伟")
    assert field.offered == ["王伟", "王伟"]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert desk.front.credits[0].names[1] == Name(text="王伟", person=OTHER_WANG)


def test_two_of_one_name_in_a_role_are_kept_and_said(qtbot):
    desk = open_desk(qtbot)
    type_name(desk, 1, "闻笛")
    press(Qt.Key.Key_Return)
    assert desk.names(1) == ["陆岚", "顾清和", "闻笛", "闻笛"]
    assert "闻笛" in desk.message[-1]


def test_a_hanzi_name_is_not_taken_for_a_longer_one_on_offer(qtbot):
    desk = open_desk(qtbot)
    type_name(desk, 0, "曾晓")
    press(Qt.Key.Key_Return)
    assert desk.names(0) == ["沈怀远", "曾晓"]


def test_ctrl_enter_registers_who_is_new(qtbot):
    desk = open_desk(qtbot)
    type_name(desk, 0, "新人")
    press(Qt.Key.Key_Return, CTRL)
    assert desk.registered == ["新人"]
    assert desk.front.credits[0].names[1].person


def test_what_is_typed_is_not_lost_by_clicking_elsewhere(qtbot):
    desk = open_desk(qtbot)
    type_name(desk, 0, "新人")
    desk.form.notice.text.setFocus(Qt.FocusReason.MouseFocusReason)
    assert desk.names(0) == ["沈怀远", "新人"]


def test_a_list_of_names_comes_in_as_names_without_typed_blanks(qtbot):
    desk = open_desk(qtbot)
    type_name(desk, 2, "杨　婷、张三 李四，𠮷野")
    press(Qt.Key.Key_Return)
    assert desk.names(2) == ["杨婷", "张三", "李四", "𠮷野"]


def test_an_input_method_writes_nothing_before_its_commit(qtbot):
    desk = open_desk(qtbot)
    QTest.mouseClick(row(desk, 0).add, Qt.MouseButton.LeftButton)
    QApplication.sendEvent(row(desk, 0).names.writing.field, QInputMethodEvent("chen'bei", []))
    assert desk.steps == []
    assert desk.names(0) == ["沈怀远"]


# changing


def test_arrows_walk_and_ctrl_arrows_carry(qtbot):
    desk = open_desk(qtbot)
    chip(desk, 1, 0)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right, CTRL)
    assert desk.names(1) == ["陆岚", "闻笛", "顾清和"]
    assert QApplication.focusWidget().accessibleName() == "顾清和"
    press(Qt.Key.Key_Up, CTRL)
    assert (desk.names(0), desk.names(1)) == (["沈怀远", "顾清和"], ["陆岚", "闻笛"])
    assert QApplication.focusWidget().accessibleName() == "顾清和"
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget().accessibleName() == "闻笛"


def test_delete_takes_a_name_away_and_the_next_has_the_focus(qtbot):
    desk = open_desk(qtbot)
    chip(desk, 1, 0)
    press(Qt.Key.Key_Delete)
    assert desk.names(1) == ["顾清和", "闻笛"]
    assert QApplication.focusWidget().accessibleName() == "顾清和"


def test_f2_renames_in_place(qtbot):
    desk = open_desk(qtbot)
    chip(desk, 1, 1)
    press(Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "cb")
    press(Qt.Key.Key_Return)
    assert desk.names(1) == ["陆岚", "陈贝", "闻笛"]
    assert desk.steps == ["改名字"]


def test_escape_leaves_a_name_as_it_was(qtbot):
    desk = open_desk(qtbot)
    chip(desk, 1, 1)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Escape)
    assert desk.names(1) == ["陆岚", "顾清和", "闻笛"] == shown_chips(desk, 1)


def test_a_name_dropped_on_another_role_goes_there(qtbot):
    desk = open_desk(qtbot)
    data = row(desk, 1).names.chips[1].data()
    drop(row(desk, 0).names, QPoint(2, 10), data)
    assert (desk.names(0), desk.names(1)) == (["顾清和", "沈怀远"], ["陆岚", "闻笛"])


def test_a_role_dropped_above_another_goes_there(qtbot):
    desk = open_desk(qtbot)
    drop(desk.form.roles.list, QPoint(20, 1), row(desk, 2).handle.data())
    assert [one.role for one in desk.front.credits] == ["责任校对", "主编", "编委会"]
    assert [one.role.text() for one in desk.form.roles.list.rows] == ["责任校对", "主编", "编委会"]


def test_foreign_data_is_no_name(qtbot):
    desk = open_desk(qtbot)
    data = QMimeData()
    data.setText("陆岚")
    event = QDragEnterEvent(
        QPoint(2, 2), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(row(desk, 0).names, event)
    assert not event.isAccepted()


def test_roles_are_named_moved_and_deleted_by_keys(qtbot):
    desk = open_desk(qtbot)
    QTest.mouseClick(desk.form.roles.add, Qt.MouseButton.LeftButton)
    QTest.keyClicks(QApplication.focusWidget(), "Design")
    assert [one.role for one in desk.front.credits][-1] == "Design"
    row(desk, 3).handle.setFocus()
    press(Qt.Key.Key_Up, CTRL)
    assert [one.role for one in desk.front.credits][2] == "Design"
    press(Qt.Key.Key_Delete)
    assert len(desk.front.credits) == 3
    assert desk.steps == ["添加角色", "改角色名称", "移动角色", "删除角色“Design”"]


# order and where names come from


def test_names_are_ordered_by_the_strokes_of_their_surnames(qtbot):
    desk = open_desk(qtbot, front=with_role("闻笛", "陆岚", "王一丁", "王麟", "丁强"))
    open_menu(desk, 1)
    pick("按姓氏笔画")
    assert desk.names(1) == ["丁强", "王麟", "王一丁", "陆岚", "闻笛"]
    assert desk.steps == ["按姓氏笔画"]


def test_names_are_ordered_by_their_rank_on_the_page(qtbot):
    desk = open_desk(qtbot, front=with_role("闻笛", "沈怀远", "陆岚"))
    open_menu(desk, 1)
    pick("按职务")
    assert desk.names(1) == ["沈怀远", "闻笛", "陆岚"]


def test_the_registers_order_of_duties_comes_before_the_pages(qtbot):
    desk = open_desk(qtbot, front=with_role("闻笛", "沈怀远", "曾晓琪", "王伟"))
    open_menu(desk, 1)
    pick("按职务")
    assert desk.names(1) == ["王伟", "曾晓琪", "沈怀远", "闻笛"]


def test_a_rota_is_begun_and_handed_on(qtbot):
    desk = open_desk(qtbot)
    open_menu(desk, 1)
    pick("轮流值班")
    assert desk.names(1) == ["陆岚"]
    assert [one.accessibleName() for one in row(desk, 1).rota.chips if one.isVisible()] == [
        *("陆岚，本期值班", "顾清和", "闻笛")
    ]
    open_menu(desk, 1)
    pick("换下一位值班")
    assert desk.names(1) == ["顾清和"]
    row(desk, 1).rota.chips[0].setFocus()
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Delete)
    assert [name.text for name in desk.front.credits[1].rota] == ["顾清和", "闻笛"]


def test_a_role_filled_by_the_articles_says_so_and_touching_it_ends_that(qtbot):
    desk = open_desk(qtbot, front=with_role("陆岚", "闻笛", filling=Filling.ARTICLES), editors=names("陆岚", "闻笛"))
    assert row(desk, 1).names.note.text() == "按本期文章自动"
    chip(desk, 1, 0)
    press(Qt.Key.Key_Delete)
    assert desk.front.credits[1].filling is Filling.HAND
    assert not row(desk, 1).names.note.isVisible()


def test_editors_fill_the_role_at_one_click_where_the_articles_know_better(qtbot):
    front = with_role("陆岚", at=1, role="责任编辑")
    desk = open_desk(qtbot, front=front, editors=names("闻笛", "穆青"))
    assert not row(desk, 0).auto.isVisible()
    QTest.mouseClick(row(desk, 1).auto, Qt.MouseButton.LeftButton)
    assert desk.front.credits[1].filling is Filling.ARTICLES
    assert not row(desk, 1).auto.isVisible()


def test_articles_without_editors_are_said(qtbot):
    desk = open_desk(qtbot, front=with_role("陆岚", role="责任编辑", filling=Filling.ARTICLES))
    assert "文章都还没有填" in row(desk, 1).names.note.text()
    assert not row(desk, 1).auto.isVisible()


def test_organisations_are_completed_with_organisations(qtbot):
    desk = open_desk(qtbot)
    open_menu(desk, 2)
    pick("单位（每行一个）")
    field = type_name(desk, 2, "sjj")
    assert field.offered == ["云州市数据局"]
    press(Qt.Key.Key_Return)
    assert desk.front.credits[2].kind is NameKind.ORGANISATION


# what is different from the issue before


def test_a_changed_role_says_what_it_was_and_goes_back(qtbot):
    desk = open_desk(qtbot, before=FRONT, front=with_role("陆岚", "闻笛"))
    restore = row(desk, 1).restore
    assert "上期：编委会：陆岚、顾清和、闻笛" in restore.toolTip()
    assert not row(desk, 0).restore.isVisible()
    QTest.mouseClick(restore, Qt.MouseButton.LeftButton)
    assert desk.front == FRONT
    assert not restore.isVisible()


def test_a_deleted_role_stays_in_sight_with_its_way_back(qtbot):
    desk = open_desk(qtbot, before=FRONT, front=replace(FRONT, credits=FRONT.credits[:2]))
    (line,) = desk.form.roles.gone.lines
    QTest.mouseClick(line.back, Qt.MouseButton.LeftButton)
    assert desk.front == FRONT
    assert desk.form.roles.gone.lines == ()


# unusual input


@pytest.mark.parametrize("name", ["一", "欧阳云舒阿布都拉", "李昇", "𠮷野家", "Anna Maria O’Neill"])
def test_unusual_names_stand_as_they_were_typed(qtbot, name):
    desk = open_desk(qtbot)
    type_name(desk, 2, name)
    press(Qt.Key.Key_Return)
    assert desk.names(2) == [name] == shown_chips(desk, 2)


def test_a_character_that_no_font_has_is_marked_and_said(qtbot):
    desk = open_desk(qtbot, front=with_role("𠮷野家", "李昇"), unprintable="𠮷")
    first, second = row(desk, 1).names.chips
    assert "“𠮷”没有字体能印" in first.toolTip()
    assert first.property("state") == "error"
    assert not second.property("state")


def test_the_pointers_menu_opens_over_a_row(qtbot):
    desk = open_desk(qtbot)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(200, 10), QPoint(0, 0))
    QApplication.sendEvent(row(desk, 1), event)
    pick("单位（每行一个）")
    assert desk.front.credits[1].kind is NameKind.ORGANISATION


def test_an_empty_role_says_what_to_do(qtbot):
    desk = open_desk(qtbot)
    assert row(desk, 2).names.note.isVisible()
    assert "添加" in row(desk, 2).names.note.text()


def test_forty_names_wrap_and_all_are_seen(qtbot):
    many = tuple(
        f"张{char}" for char in "一二三四五六七八九十百千万亿元角分厘毫丝天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往"
    )
    desk = open_desk(qtbot, front=with_role(*many))
    flow = row(desk, 1).names
    qtbot.waitUntil(lambda: flow.height() > 100)
    boxes = [one.geometry() for one in flow.chips]
    assert all(flow.rect().contains(box) for box in boxes)
    assert not any(one.intersects(other) for at, one in enumerate(boxes) for other in boxes[:at])


def test_a_long_organisation_is_cut_to_the_line_and_whole_in_its_tip(qtbot):
    name = "云州市大数据发展与公共数据资源登记流通服务管理办公室暨数据要素市场化配置改革领导小组办公室综合协调处"
    front = with_role(name, kind=NameKind.ORGANISATION)
    desk = open_desk(qtbot, front=front)
    flow = row(desk, 1).names
    qtbot.waitUntil(lambda: flow.chips[0].text().endswith("…"))
    assert flow.chips[0].geometry().right() <= flow.width()
    assert name in flow.chips[0].toolTip()


def test_a_read_only_page_shows_without_fields(qtbot):
    desk = open_desk(qtbot, writable=False)
    one = row(desk, 1)
    assert shown_chips(desk, 1) == ["陆岚", "顾清和", "闻笛"]
    assert not one.add.isVisible()
    assert one.role.isReadOnly()
    assert not desk.form.roles.add.isVisible()
    assert not any(chip.isEnabled() for chip in one.names.chips)


def test_everything_is_reached_by_tab_and_named(qtbot):
    desk = open_desk(qtbot)
    row(desk, 0).handle.setFocus(Qt.FocusReason.TabFocusReason)
    passed = []
    for _ in range(16):
        passed.append(QApplication.focusWidget().accessibleName() or QApplication.focusWidget().text())
        press(Qt.Key.Key_Tab)
    assert passed == [
        *("主编 的菜单", "角色", "沈怀远", "添加名字到“主编”"),
        *("编委会 的菜单", "角色", "陆岚", "添加名字到“编委会”"),
        *("责任校对 的菜单", "角色", "添加名字到“责任校对”", "＋ 添加角色"),
        *("电话 的菜单", "联系方式名称", "电话 内容", "邮箱 的菜单"),
    ]


def test_tab_leads_through_the_rows_as_they_stand_now(qtbot):
    desk = open_desk(qtbot)
    row(desk, 2).handle.setFocus()
    press(Qt.Key.Key_Up, CTRL)
    press(Qt.Key.Key_Up, CTRL)
    type_name(desk, 0, "cb")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget().accessibleName() == "陈贝"
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "主编 的菜单"


def test_a_name_has_a_menu_of_its_own(qtbot):
    desk = open_desk(qtbot, front=with_role("陆岚", "顾清和"))
    chip = row(desk, 1).names.chips[0]
    where = chip.rect().center()
    QApplication.sendEvent(chip, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, chip.mapToGlobal(where)))
    menu = chip.findChild(QMenu)
    assert [one.text().partition("\t")[0] for one in menu.actions()] == ["改名", "去掉“陆岚”"]
    menu.actions()[1].trigger()
    assert desk.names(1) == ["顾清和"]


def test_only_names_are_added_to_those_who_edited(qtbot):
    desk = open_desk(qtbot, front=replace(FRONT, credits=(Credit(role="责任编辑", names=names("陆岚")),)))
    row = desk.form.roles.list.rows[0]
    QTest.mouseClick(row.add, Qt.MouseButton.LeftButton)
    commit(row.names.writing.field, "周明、来源：云州日报")
    QTest.keyClick(row.names.writing.field, Qt.Key.Key_Return)
    assert desk.names(0) == ["陆岚", "周明"]
    assert "“来源：云州日报”不像人名" in desk.message[-1]
