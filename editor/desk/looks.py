"""Chooses the look of an issue, or of a publication's issues from now on."""

from dataclasses import replace

from editor.desk.ports import Library
from editor.document.faces import SHIPPED, apply_fonts
from editor.document.look import look_table, shipped_look
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.publication import Look


def choose_look(library: Library, reference: str, name: str, *, author: str, publication_too: bool = False) -> Issue:
    """Give an issue a shipped look and return it; an issue made from it later keeps that look.

    author: whose change it is; publication_too: issues that start from the publication get it as well. The issue's own
    settings of another look are not taken over. Raises UserError for a look that does not exist.
    """
    shipped_look(name)
    issue = library.issue(library.find(reference).uid)
    changed = replace(issue, look=_kept_or_new(issue.look, name))
    library.save_issue(changed, author=author)
    if publication_too:
        publication = library.publication(issue.publication)
        library.save_publication(replace(publication, look=_kept_or_new(publication.look, name)))
    return changed


def choose_font(library: Library, reference: str, role: str, family: str, *, author: str) -> Issue:
    """Set a role of an issue's look in an added or shipped family and return the issue; an empty family undoes it.

    Raises UserError for a role that the look does not have or a family that is not there.
    """
    issue = library.issue(library.find(reference).uid)
    table = look_table(issue.look)
    roles = [name for name in SHIPPED if f"font.{name}" in table.settings]
    if role not in roles:
        raise UserError(tr("版式没有“{role}”这个字体位置，可选的有：{roles}。", role=role, roles=tr("、").join(roles)))
    settings = {name: value for name, value in issue.look.settings if name != f"font.{role}"}
    if family:
        settings[f"font.{role}"] = family
    look = Look(name=issue.look.name, settings=tuple(sorted(settings.items())))
    if family and (role, family) in apply_fonts(look_table(look), library.files.fonts()).missing:
        raise UserError(tr("刊库里没有字体“{family}”，先用 bulletin-desk font add 字体文件 添加。", family=family))
    changed = replace(issue, look=look)
    library.save_issue(changed, author=author)
    return changed


def _kept_or_new(look: Look, name: str) -> Look:
    return look if look.name == name else Look(name=name)
