"""Names and contact values of the credits page."""

import re

from editor.model.credits import Name, NameKind
from editor.model.publication import ContactKind
from editor.text.characters import is_han

ORGANISATION = re.compile(r"(局|院|会|司|室|部|中心|大学|学院|公司|委|厅|所|社|馆|网|站|处|办|集团|联盟|基金)$")
_MARK = re.compile(r"[、，,;；]")
_LATIN = re.compile(r"^[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ .'’·-]*$")
_SEPARATOR = re.compile(r"[、，,;；]|\s{2,}|\s")


def credit_names(values: list[str]) -> tuple[NameKind, tuple[Name, ...]]:
    """Return the kind and the names of a row. A person's two characters with blanks between, 杨 婷, become one name."""
    people = [name for value in values for name in _people(value)]
    if people and all(_is_person(name) for name in people):
        return NameKind.PERSON, tuple(Name(text=name) for name in people)
    return NameKind.ORGANISATION, tuple(Name(text=name) for value in values for name in _organisations(value))


def contact_kind(label: str, value: str) -> ContactKind:
    """Return what a contact is, from its value first, then from its label."""
    if "@" in value:
        return ContactKind.MAIL
    if re.search(r"https?://|www\.", value) or "网" in label:
        return ContactKind.WEB
    if not value:
        return ContactKind.CODE
    if re.search(r"电话|热线|传真", label) or re.fullmatch(r"[\d\s()（）+—-]{7,}", value):
        return ContactKind.PHONE
    return ContactKind.ADDRESS if "址" in label else ContactKind.OTHER


def _people(value: str) -> list[str]:
    """Return the names of a value; blanks part Chinese names and belong to Latin ones."""
    parts = [part.strip() for part in _MARK.split(value) if part.strip()]
    return [name for part in parts for name in ([part] if _LATIN.search(part) else _spaced(part))]


def _spaced(part: str) -> list[str]:
    tokens = part.split()
    names: list[str] = []
    for token in tokens:
        if len(token) == 1 and names and len(names[-1]) == 1:
            names[-1] += token
        else:
            names.append(token)
    return names


def _is_person(name: str) -> bool:
    if _LATIN.match(name):
        return True
    if len(name) <= 3:
        return len(name) > 1 and all(is_han(char) for char in name)
    if "·" in name:
        return all(is_han(char) or char == "·" for char in name)
    return len(name) == 4 and all(map(is_han, name)) and not ORGANISATION.search(name)


def _organisations(value: str) -> list[str]:
    parts = [part for part in _SEPARATOR.split(value) if part]
    apart = len(parts) > 1 and all(ORGANISATION.search(part) for part in parts)
    return parts if apart else [value]
