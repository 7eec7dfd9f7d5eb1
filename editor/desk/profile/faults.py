"""Faults of a publication's settings, each as one sentence with what to do."""

from collections.abc import Iterable

from editor.desk.naming import pattern_fault
from editor.desk.starting.new_publication import NewPublication
from editor.document.lengths import publication_fault as length_fault
from editor.document.look_settings import COLOUR, look_fault
from editor.model.language import tr
from editor.model.publication import Publication

_LONGEST_STEP, _MOST_STEPS = 12, 12


def publication_fault(publication: Publication) -> str:
    """Return the first thing wrong with a publication, empty when all is well."""
    sections = tuple(rule.name for rule in publication.sections)
    colours = (publication.profile.accent, *(rule.colour for rule in publication.sections))
    faults = (
        length_fault(publication),
        names_fault(sections, tr("栏目")),
        NewPublication(masthead=publication.profile.masthead, sections=sections).fault(),
        *map(colour_fault, colours),
        look_fault(publication.look),
        pattern_fault(publication.file_name),
        steps_fault(publication.review_steps),
        steps_fault(publication.proof_steps, publication.review_steps),
    )
    return next(filter(None, faults), "")


def names_fault(names: Iterable[str], what: str) -> str:
    """Return what is wrong with a list of names: one is empty, or occurs twice."""
    plain = [" ".join(name.split()) for name in names]
    if "" in plain:
        return tr("有一个{what}没有名字，请写上或删除。", what=what)
    twice = next((name for name in plain if plain.count(name) > 1), None)
    return tr("{what}“{twice}”写了两次，请改一个名字。", what=what, twice=twice) if twice else ""


def steps_fault(names: tuple[str, ...], before: tuple[str, ...] = ()) -> str:
    """Return what is wrong with the steps of review, or of proofreading. before: steps that come before them."""
    if not names and not before:
        return tr("请至少留一步。")
    if len(names) > _MOST_STEPS:
        return tr("最多 {n} 步。", n=_MOST_STEPS)
    long = next((name for name in names if len(name) > _LONGEST_STEP), None)
    if long:
        return tr("“{long}”太长，最多 {n} 个字。", long=long, n=_LONGEST_STEP)
    return names_fault((*before, *names), tr("步骤"))


def colour_fault(colour: str) -> str:
    """Return what is wrong with a colour; an empty one is the look's own and right."""
    return (
        ""
        if not colour or COLOUR.fullmatch(colour)
        else tr("“{colour}”不是颜色，请写成 #0B4A8F 这样。", colour=colour[:20])
    )
