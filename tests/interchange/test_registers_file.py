import json
from dataclasses import replace

import pytest
from hypothesis import given

from editor.interchange.registers_file import read_registers, write_registers
from editor.model import register_edits as edits
from editor.model.errors import UserError
from editor.model.register_joining import joined
from editor.model.registers import Person, Registers, Tag, Term, Vocabulary
from tests.strategies import registers as all_registers


@given(all_registers)
def test_registers_come_back_from_their_file(registers):
    data = write_registers(registers)
    assert read_registers(b"\xef\xbb\xbf" + data) == registers
    assert write_registers(read_registers(data)) == data


@pytest.mark.parametrize(
    ("changes", "said"),
    [({"version": 2}, "请先升级程序"), ({"format": "bulletin-issue"}, "不是名录文件"), ({"more": 1}, "内容有误")],
)
def test_other_files_are_refused(changes, said):
    data = json.dumps(json.loads(write_registers(Registers())) | changes).encode()
    with pytest.raises(UserError, match=said):
        read_registers(data)


def test_a_broken_file_is_refused():
    with pytest.raises(UserError, match="不是完整的名录文件"):
        read_registers(write_registers(Registers())[:-9])


def filled(*tags):
    made = edits.put_person(Registers(), Person(name="李四", remark="美编"))
    made = edits.put_term(made, Vocabulary.SOURCES, Term(name="新华通讯社", aliases=("新华社",)))
    parent = ""
    for name in tags:
        tag = Tag(name=name, parent=parent)
        made, parent = edits.put_tag(made, tag), tag.uid
    return made


def test_registers_from_elsewhere_are_joined_to_what_is_there():
    ours, theirs = filled("数据"), filled("数据", "数据流通")
    theirs = edits.put_person(theirs, Person(name="王五"))
    theirs = edits.put_term(theirs, Vocabulary.SOURCES, Term(name="新华网", hosts=("xinhuanet.com",)))
    made = joined(ours, theirs)
    assert [one.name for one in made.people] == ["李四", "王五"]
    assert made.person(theirs.people[0].uid).uid == ours.people[0].uid
    assert [one.name for one in made.children(ours.tags[0].uid)] == ["数据流通"]
    assert [one.name for one in made.sources] == ["新华通讯社", "新华网"]
    assert joined(made, theirs) == made
    assert joined(Registers(), theirs) == theirs


def test_an_alias_that_is_taken_is_left_out():
    theirs = edits.put_term(Registers(), Vocabulary.SOURCES, Term(name="新华每日电讯", aliases=("新华社",)))
    assert joined(filled(), theirs).sources[-1] == Term(name="新华每日电讯", uid=theirs.sources[0].uid)


def test_what_was_renamed_elsewhere_keeps_our_name_and_knows_the_other():
    ours = filled("数据")
    source, tag = ours.sources[0], ours.tags[0]
    theirs = edits.put_term(ours, Vocabulary.SOURCES, replace(source, name="新华社北京电"))
    made = joined(ours, edits.rename_tag(theirs, tag.uid, "要素"))
    assert (made.sources[0].name, made.sources[0].aliases) == ("新华通讯社", ("新华社", "新华社北京电"))
    assert made.tags == ours.tags


def test_people_written_before_there_were_ranks_have_none():
    person = Person(name="陈贝")
    earlier = write_registers(Registers(people=(person,))).replace(b'"rank":0,', b"")
    assert b"rank" not in earlier
    assert read_registers(earlier).people == (person,)
