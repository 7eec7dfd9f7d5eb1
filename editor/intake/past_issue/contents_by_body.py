"""Contents put right by the body: what stands there as the name of a section is none of the titles."""

from dataclasses import replace

from editor.intake.past_issue.contents import Contents, Entry
from editor.intake.past_issue.cut import ALONE
from editor.intake.past_issue.heads import head_of
from editor.intake.past_issue.lines import Lines
from editor.intake.past_issue.reading_types import LineRole
from editor.text.characters import fold


def with_body_sections(listed: Contents | None, lines: Lines) -> Contents | None:
    """Return the contents with sections in place of the entries that the body shows as sections."""
    if listed is None:
        return None
    named = {line.bare_key for line in lines if line.shown is LineRole.SECTION and not line.guessed}
    told = [_name(entry) for entry in listed.entries]
    if not any(fold(name) in named for name in told):
        return listed
    sections: list[str] = []
    entries: list[Entry] = []
    places: dict[int, int] = {}
    own = -1
    for entry, name in zip(listed.entries, told, strict=True):
        if fold(name) in named:
            sections.append(name)
            places |= dict.fromkeys(entry.lines, len(sections) - 1)
            own = entry.section
            continue
        if entry.section != own:
            own = entry.section
            sections.append(listed.sections[own] if own < len(listed.sections) else ALONE)
        entries.append(replace(entry, section=len(sections) - 1))
    kept = {line: at if at < 0 else _place(listed.sections[at], sections) for line, at in listed.section_lines.items()}
    return replace(listed, sections=sections, entries=entries, section_lines=kept | places)


def _name(entry: Entry) -> str:
    return head_of(entry.title).text.strip()


def _place(name: str, sections: list[str]) -> int:
    return sections.index(name) if name in sections else -1
