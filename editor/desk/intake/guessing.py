"""What is guessed of a piece from the registers, and from where earlier issues put its source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from editor.desk.intake.section_guess import Placed, SectionGuesses, section_guesses
from editor.desk.ports import Library
from editor.desk.starting.author import editor_by_default
from editor.model.article import Article
from editor.model.errors import UserError
from editor.model.guesses import guessed
from editor.model.issue import Issue
from editor.model.origin import ManuscriptField
from editor.model.receipts import with_receipt
from editor.model.registers import NO_REGISTERS, Registers, Term, term_named
from editor.text.links import host_of
from editor.text.regions import regions

_ISSUES, _LEAST = 8, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What guesses are made by. sections: where earlier issues put articles; editor: who is at the machine."""

    registers: Registers = NO_REGISTERS
    sections: SectionGuesses = field(default_factory=SectionGuesses)
    editor: str = ""


def knowledge_of(library: Library, publication: str, *, editor: str = "") -> Knowledge:
    """Return what is known of a publication: its newest issues that can be read, and the registers."""
    entries = [one for one in library.issues() if one.publication == publication and not one.damage]
    return Knowledge(
        registers=library.registers.stored(),
        sections=section_guesses(_placed(_readable(library, (one.uid for one in entries[:_ISSUES])))),
        editor=editor_by_default(editor),
    )


def with_guesses(article: Article, known: Knowledge) -> Article:
    """Return an article with source, tags and section as far as they can be guessed; what it says itself stays."""
    source = _source(article, known.registers)
    tags = article.archive.tags or tuple(_tags(article.title.text, source, known.registers))
    fields = [ManuscriptField.SOURCE] if source != article.source else []
    fields += [ManuscriptField.TAGS] if tags != article.archive.tags else []
    archive = replace(article.archive, tags=tags, editor=article.archive.editor or known.editor)
    made = guessed(replace(article, source=source, archive=archive), fields)
    receipt = made.archive.receipt
    if receipt is None:
        return made
    unit, section = receipt.unit or source, known.sections.guess(source, made.title.text)
    return with_receipt(made, replace(receipt, unit=unit, section=section))


def _source(article: Article, registers: Registers) -> str:
    """Return the agreed name of the source: of what the piece says, of its address, of the body in its title."""
    if article.source:
        term = term_named((*registers.sources, *registers.bodies), article.source)
        return term.name if term else article.source
    address = article.link or (article.archive.origin.address if article.archive.origin else "")
    of_host = next((one for one in registers.sources if _is_on(host_of(address), one)), None)
    body = next((one for one in registers.bodies if article.title.text.startswith(one.name)), None)
    found = of_host or body
    return found.name if found else ""


def _is_on(host: str, source: Term) -> bool:
    return any(host == one or host.endswith(f".{one}") for one in source.hosts)


def _tags(title: str, source: str, registers: Registers) -> Iterator[str]:
    """Yield the register's tags that the title names, then the narrowest region that title or source names."""
    named = [tag.name for tag in registers.tags if len(tag.name) >= _LEAST and tag.name in title]
    yield from named
    found = [one.name for one in regions() if one.name in title or one.name in source]
    narrowest = max(found, key=len, default="")
    if narrowest and narrowest not in named:
        yield narrowest


def _placed(issues: Iterable[Issue]) -> Iterator[Placed]:
    for issue in issues:
        for section in issue.sections:
            for article in section.articles:
                yield Placed(section.name, article.source, article.title.text)


def _readable(library: Library, uids: Iterable[str]) -> Iterator[Issue]:
    for uid in uids:
        try:
            yield library.issue(uid)
        except UserError:
            # damaged: it is mended elsewhere, and says nothing here
            continue
