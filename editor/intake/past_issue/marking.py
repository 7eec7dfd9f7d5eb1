"""Which line of the text became what."""

from collections.abc import Set as AbstractSet

from editor.intake.past_issue.assembling import Parts, article_uid
from editor.intake.past_issue.lines import Lines
from editor.intake.past_issue.reading_types import LineMark, LineRole

Roles = dict[int, tuple[LineRole, str]]


def marks_of(lines: Lines, gone: AbstractSet[int], parts: Parts) -> tuple[LineMark, ...]:
    """Return what each line became, in their order, without those that became nothing. gone: left out, furniture."""
    roles: Roles = {number: (role, "") for number, role in parts.front.roles.items()}
    roles |= {line.number: (parts.front.rows.roles.get(line.number, LineRole.CREDIT), "") for line in parts.tail}
    roles |= {line.number: (LineRole.BACK, "") for line in parts.back}
    roles |= {line.number: (LineRole.SECTION, "") for line in parts.cut.named}
    roles |= _of_articles(parts)
    roles |= _of_contents(parts)
    for line in lines:
        if line.number in gone:
            roles[line.number] = (LineRole.LEFT_OUT if line.told else LineRole.FURNITURE, "")
    return tuple(
        LineMark(line=line.number, role=roles[line.number][0], article=roles[line.number][1])
        for line in lines
        if line.number in roles
    )


def _of_articles(parts: Parts) -> Roles:
    roles: Roles = {}
    for at, (found, text) in enumerate(parts.articles):
        uid = article_uid(parts, at)
        roles |= {line.number: (LineRole.TITLE, uid) for line in found.title_lines}
        roles |= {number: (role, uid) for number, role in text.roles.items()}
    return roles


def _of_contents(parts: Parts) -> Roles:
    """Return the lines of the contents, each entry with the article that it names."""
    listed = parts.listed
    if listed is None:
        return {}
    uids = {found.contents_title: article_uid(parts, at) for at, found in enumerate(parts.cut.found)}
    roles: Roles = dict.fromkeys(listed.section_lines, (LineRole.SECTION, ""))
    roles[listed.heading_line] = (LineRole.CONTENTS, "")
    roles |= {number: (LineRole.ENTRY, uids.get(one.title, "")) for one in listed.entries for number in one.lines}
    return roles
