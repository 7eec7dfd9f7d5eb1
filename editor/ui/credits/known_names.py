"""Who can be named on the credits page of the open issue, and who becomes known by it."""

from editor.model.credits import Name, NameKind
from editor.model.register_edits import put_person
from editor.model.registers import Person
from editor.ui.credits.services import KnownName
from editor.ui.work.session import Session


def known_names(session: Session, kind: NameKind) -> tuple[KnownName, ...]:
    """Return who is registered, then who is printed without being so; the retired and aliases are left out."""
    people = [one for one in session.library.registers.stored().people if one.kind is kind]
    known = (
        KnownName(name=Name(text=one.name, person=one.uid), remark=one.remark, rank=one.rank)
        for one in people
        if not one.retired
    )
    registered = {text for one in people for text in (one.name, *one.aliases)}
    texts = dict.fromkeys((*_printed(session, kind), *_used(session, kind)))
    return (*known, *(KnownName(name=Name(text=text)) for text in texts if text not in registered))


def register_name(session: Session, text: str, kind: NameKind) -> Name:
    """Make someone known and return the name. Raises UserError where that cannot be."""
    before, person = session.library.registers.stored(), Person(name=text, kind=kind)
    session.library.registers.save(before, put_person(before, person), author=session.author)
    session.take_registers()
    return Name(text=person.name, person=person.uid)


def _printed(session: Session, kind: NameKind) -> tuple[str, ...]:
    opened = session.opened_issue
    credits_ = opened.issue.credits if opened else ()
    return tuple(name.text for credit in credits_ if credit.kind is kind for name in credit.names)


def _used(session: Session, kind: NameKind) -> tuple[str, ...]:
    words = session.words()
    return words.people if kind is NameKind.PERSON else words.organisations
