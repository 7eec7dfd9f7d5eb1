"""Choosing the look in which an issue, or a publication's issues from now on, are set."""

from dataclasses import replace

from editor.desk.ports import Library
from editor.document.look import shipped_look
from editor.model.issue import Issue
from editor.model.publication import Look


def choose_look(library: Library, reference: str, name: str, *, publication_too: bool = False) -> Issue:
    """Give an issue a shipped look and return it; an issue made from it later keeps that look.

    publication_too: issues that start from the publication get it as well. The issue's own settings of another look
    do not carry over. Raises UserError for a look that does not exist.
    """
    shipped_look(name)
    issue = library.issue(library.find(reference).uid)
    changed = replace(issue, look=_kept_or_new(issue.look, name))
    library.save_issue(changed)
    if publication_too:
        publication = library.publication(issue.publication)
        library.save_publication(replace(publication, look=_kept_or_new(publication.look, name)))
    return changed


def _kept_or_new(look: Look, name: str) -> Look:
    return look if look.name == name else Look(name=name)
