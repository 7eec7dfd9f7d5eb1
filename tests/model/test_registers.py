from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model import register_edits as edits
from editor.model.credits import Name, NameKind
from editor.model.errors import UserError
from editor.model.registers import Person, Registers, Tag, Term, Vocabulary, term_named
from tests.strategies import registers as all_registers

SOURCES = Vocabulary.SOURCES


def people(*names, kind=NameKind.PERSON):
    registers = Registers()
    for name in names:
        registers = edits.put_person(registers, Person(name=name, kind=kind))
    return registers


def tree(*names):
    """Return tags each below the one before."""
    registers, parent = Registers(), ""
    for name in names:
        tag = Tag(name=name, parent=parent)
        registers, parent = edits.put_tag(registers, tag), tag.uid
    return registers


def uid(registers, name):
    entries = (*registers.people, *registers.tags, *registers.sources)
    return next(one.uid for one in entries if one.name == name)


@pytest.mark.parametrize("name", ["丹", "𠮷昇", "阿卜杜热西提·买买提", "欧阳", "贵安新区大数据和科技创新局"])
def test_names_of_any_length_and_rare_characters_are_taken(name):
    assert [one.text for one in people(name).names()] == [name]


def test_two_persons_of_one_name_are_told_apart_by_a_remark():
    registers = people("王伟")
    with pytest.raises(UserError, match=r"已经有“王伟”了.*备注"):
        edits.put_person(registers, Person(name="王伟"))
    both = edits.put_person(registers, Person(name="王伟", remark="美编"))
    assert [(one.name, one.remark) for one in both.people] == [("王伟", ""), ("王伟", "美编")]
    assert both.whose(Name(text="王伟"), NameKind.PERSON) is None
    assert both.whose(Name(text="王伟", person=both.people[1].uid), NameKind.PERSON) is both.people[1]


def test_a_person_and_an_organisation_may_share_a_name():
    registers = edits.put_person(people("新华"), Person(name="新华", kind=NameKind.ORGANISATION))
    assert registers.whose(Name(text="新华"), NameKind.ORGANISATION) is registers.people[1]


@pytest.mark.parametrize(("name", "said"), [("  ", "空着"), ("长" * 81, "超过"), ("甲\n乙", "换行")])
def test_a_name_that_cannot_be_is_refused(name, said):
    with pytest.raises(UserError, match=said):
        people(name)


def test_merging_people_keeps_names_and_identities():
    registers = people("中国信通院", "中国信息通信研究院", kind=NameKind.ORGANISATION)
    one, other = registers.people
    merged = edits.merge_people(registers, one.uid, other.uid)
    assert [(left.name, left.aliases) for left in merged.people] == [("中国信息通信研究院", ("中国信通院",))]
    assert merged.person(one.uid) is merged.people[0]
    assert merged.whose(Name(text="中国信通院"), NameKind.ORGANISATION) is merged.people[0]


def test_a_person_does_not_merge_into_an_organisation():
    registers = edits.put_person(people("张三"), Person(name="云州日报", kind=NameKind.ORGANISATION))
    with pytest.raises(UserError, match="一个是人员、一个是单位"):
        edits.merge_people(registers, *(one.uid for one in registers.people))
    with pytest.raises(UserError, match="两个不同"):
        edits.merge_people(registers, registers.people[0].uid, registers.people[0].uid)


def test_the_retired_are_known_but_not_offered():
    registers = people("张三", "李四")
    retired = edits.retire_person(registers, uid(registers, "张三"))
    assert [name.text for name in retired.names()] == ["李四"]
    assert retired.person(uid(registers, "张三")).retired
    assert edits.retire_person(retired, uid(registers, "张三"), retired=False) == registers


def test_a_tag_stands_once_and_never_below_itself():
    registers = tree("数据", "数据要素", "数据流通")
    with pytest.raises(UserError, match="已经有标签“数据要素”"):
        edits.put_tag(registers, Tag(name="数据要素"))
    with pytest.raises(UserError, match="自己的下级"):
        edits.move_tag(registers, uid(registers, "数据"), uid(registers, "数据流通"))
    with pytest.raises(UserError, match="合并"):
        edits.rename_tag(registers, uid(registers, "数据流通"), "数据")


def test_a_tag_moves_with_all_below_it():
    registers = edits.put_tag(tree("数据", "数据要素", "数据流通"), Tag(name="政策"))
    moved = edits.move_tag(registers, uid(registers, "数据要素"), uid(registers, "政策"))
    assert [one.name for one in moved.below(uid(registers, "政策"))] == ["数据要素", "数据流通"]
    assert [one.name for one in moved.children("")] == ["数据", "政策"]


def test_children_of_a_merged_or_removed_tag_stay():
    registers = edits.put_tag(tree("数据", "数据要素", "数据流通"), Tag(name="要素"))
    merged = edits.merge_tags(registers, uid(registers, "数据要素"), uid(registers, "要素"))
    assert [one.name for one in merged.children(uid(registers, "要素"))] == ["数据流通"]
    upward = edits.merge_tags(registers, uid(registers, "数据"), uid(registers, "数据流通"))
    assert [one.name for one in upward.children("")] == ["数据流通", "要素"]
    assert [one.name for one in upward.below(uid(registers, "数据流通"))] == ["数据要素"]
    removed = edits.remove_tag(registers, uid(registers, "数据要素"))
    assert [one.name for one in removed.children(uid(registers, "数据"))] == ["数据流通"]


def test_sources_know_their_aliases_and_hosts():
    term = Term(name="中国信息通信研究院", aliases=("中国信通院", " "), hosts=("https://www.CAICT.ac.cn/kxyj/",))
    registers = edits.put_term(Registers(), SOURCES, term)
    assert registers.sources[0].hosts == ("caict.ac.cn",)
    assert term_named(registers.sources, "中国信通院") is registers.sources[0]
    with pytest.raises(UserError, match="“中国信通院”已经是“中国信息通信研究院”的"):
        edits.put_term(registers, SOURCES, Term(name="中国信通院"))
    with pytest.raises(UserError, match="不像一个网站域名"):
        edits.put_term(registers, SOURCES, Term(name="新华社", hosts=("新华网",)))


def test_terms_merge_with_all_they_know():
    one, other = Term(name="信通院", hosts=("a.cn",)), Term(name="中国信通院", aliases=("CAICT",), hosts=("b.cn",))
    registers = edits.put_term(edits.put_term(Registers(), SOURCES, one), SOURCES, other)
    merged = edits.merge_terms(registers, SOURCES, one.uid, other.uid)
    assert merged.sources == (replace(other, aliases=("CAICT", "信通院"), hosts=("b.cn", "a.cn")),)
    assert edits.remove_term(merged, SOURCES, other.uid) == Registers()


def test_documents_may_share_a_short_name():
    documents = Vocabulary.DOCUMENTS
    one = edits.put_term(Registers(), documents, Term(name="云州市数据登记办法", aliases=("办法",)))
    both = edits.put_term(one, documents, Term(name="云州市数据流通办法", aliases=("办法",)))
    assert len(both.documents) == 2


@given(all_registers, st.data())
def test_a_tree_stays_a_tree_whatever_moves(registers, data):
    tags = [one.uid for one in registers.tags]
    if tags:
        mover, parent = data.draw(st.sampled_from(tags)), data.draw(st.sampled_from(("", *tags)))
        try:
            registers = edits.move_tag(registers, mover, parent)
        except UserError:
            assert parent == mover or parent in {one.uid for one in registers.below(mover)}
    reached = {one.uid for top in registers.children("") for one in (top, *registers.below(top.uid))}
    assert reached == set(tags)
