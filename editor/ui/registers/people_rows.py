"""People and organisations as rows of the register: what is shown of one, and what a cell written over becomes."""

from dataclasses import replace

from editor.model.credits import NameKind
from editor.model.language import tr
from editor.model.registers import Person
from editor.text.pinyin import sort_key
from editor.ui.registers.entry_table import Column, TableEntry
from editor.ui.registers.words import joined_words, split_words

_WORDS = {NameKind.PERSON: tr("人员"), NameKind.ORGANISATION: tr("单位")}
_SIGNS = {NameKind.PERSON: "meta.editor", NameKind.ORGANISATION: "part.back"}
_NAME, _REMARK, _ALIASES, _RANK, _USED = range(5)
PEOPLE_COLUMNS = (
    Column(title=tr("名称"), width=224, editable=True),
    Column(title=tr("备注（职务、单位）"), width=152, editable=True),
    Column(title=tr("别名"), editable=True),
    Column(title=tr("职务次序"), width=72, right=True, editable=True),
    Column(title=tr("用过"), width=64, right=True),
)


def person_entry(person: Person, many: int) -> TableEntry:
    """Return a row. many: issues that name the person."""
    word = tr("（已停用）") if person.retired else ""
    used, rank = tr("{n} 期", n=many) if many else "—", str(person.rank or "")
    cells = (person.name, person.remark, joined_words(person.aliases), rank, used)
    tip = f"{_WORDS[person.kind]}　{person.name}{word}"
    return TableEntry(uid=person.uid, cells=cells, dim=person.retired, tip=tip, sign=_SIGNS[person.kind])


def person_refusal(column: int, text: str) -> str:
    """Return why a cell cannot be written, empty where it can."""
    if column == _RANK and not (text.isdecimal() or not text):
        return tr("职务次序写一个数字，1 排最前；不排就空着。")
    return ""


def person_written(person: Person, column: int, text: str) -> tuple[str, Person]:
    """Return the name of the change that writing a cell is, and the person after it."""
    name = person.name
    changed = {
        _NAME: lambda: (tr("“{name}”改名“{text}”", name=name, text=text.strip()), replace(person, name=text)),
        _REMARK: lambda: (tr("改“{name}”的备注", name=name), replace(person, remark=text)),
        _ALIASES: lambda: (tr("改“{name}”的别名", name=name), replace(person, aliases=split_words(text))),
        _RANK: lambda: (tr("改“{name}”的职务次序", name=name), replace(person, rank=int(text or 0))),
    }
    return changed[column]()


def person_order(person: Person) -> tuple[object, ...]:
    """Return what people are sorted by: people before organisations, each by pinyin."""
    is_person = person.kind is NameKind.PERSON
    return not is_person, sort_key(person.name, person=is_person), person.remark


def person_summary(person: Person) -> str:
    """Return the name with the remark that tells namesakes apart."""
    return tr("{name}（{remark}）", name=person.name, remark=person.remark) if person.remark else person.name


def named(people: tuple[Person, ...]) -> str:
    """Return the name of one, the number of several."""
    return f"“{people[0].name}”" if len(people) == 1 else tr(" {n} 个名字", n=len(people))
