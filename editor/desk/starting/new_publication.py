"""A new publication without issues, and what the user must enter for it."""

from dataclasses import dataclass

from editor.desk.formats import LIBRARY_FILES
from editor.desk.naming import legal
from editor.model.article_steps import NEW_GATE
from editor.model.credits import Credit, NameKind
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.publication import Contact, ContactKind, NumberingRule, Profile, Publication
from editor.model.publication import SectionRule as Rule

SECTIONS = ("要闻", "政策", "地方", "动态")
_ROLES = (("主办单位", NameKind.ORGANISATION), ("主编", NameKind.PERSON), ("责任编辑", NameKind.PERSON))
_CONTACTS = (("电话", ContactKind.PHONE), ("邮箱", ContactKind.MAIL), ("地址", ContactKind.ADDRESS))
_LONGEST_MASTHEAD, _LONGEST_SECTION, MOST_SECTIONS = 30, 16, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPublication:
    """The user's entries for a new publication. weekday: 1 Monday to 7 Sunday."""

    masthead: str
    sections: tuple[str, ...] = SECTIONS
    weekday: int = 1

    def fault(self) -> str:
        """Return what is missing or wrong, in one sentence; empty when all is well."""
        names = self.names()
        if fault := masthead_fault(self.masthead):
            return fault
        if not names:
            return tr("请至少写一个栏目。")
        if len(names) > MOST_SECTIONS:
            return tr("栏目最多 {n} 个。", n=MOST_SECTIONS)
        return self._fault_of_sections(names)

    def names(self) -> tuple[str, ...]:
        """Return the sections' names without empty ones."""
        return tuple(name for section in self.sections if (name := " ".join(section.split())))

    def file_name(self) -> str:
        """Return the name of the library's file."""
        return f"{legal(self.masthead.strip())}{LIBRARY_FILES.ending}"

    def _fault_of_sections(self, names: tuple[str, ...]) -> str:
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice:
            return tr("栏目“{twice}”写了两次。", twice=twice)
        return next(filter(None, map(section_fault, names)), "")


def masthead_fault(masthead: str) -> str:
    """Return what is wrong with the name of a publication, empty when all is well."""
    if not masthead.strip():
        return tr("请先写刊名。")
    return tr("刊名最多 {n} 个字。", n=_LONGEST_MASTHEAD) if len(masthead.strip()) > _LONGEST_MASTHEAD else ""


def section_fault(name: str) -> str:
    """Return what is wrong with a section's name, empty when all is well."""
    return (
        tr("栏目“{name}”太长，最多 {n} 个字。", name=name, n=_LONGEST_SECTION) if len(name) > _LONGEST_SECTION else ""
    )


def found_publication(founding: NewPublication) -> Publication:
    """Return the publication, with empty roles and contacts to be filled in. Raises UserError for faulty entries."""
    if fault := founding.fault():
        raise UserError(fault)
    return Publication(
        profile=Profile(masthead=founding.masthead.strip()),
        sections=tuple(Rule(name=name) for name in founding.names()),
        credits=tuple(Credit(role=role, kind=kind) for role, kind in _ROLES),
        contacts=tuple(Contact(label=label, kind=kind) for label, kind in _CONTACTS),
        numbering=NumberingRule(weekday=founding.weekday),
        gate=NEW_GATE,
    )
