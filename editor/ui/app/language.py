"""The language of the window: Chinese, or English from the catalogue in resources/languages.

Chosen before anything else is loaded: tables of words are made when their modules are.
"""

import gettext
import io
import re
from enum import StrEnum
from pathlib import Path

import platformdirs

from editor.model.language import Lookup, speak
from resources import resource

_LINE = re.compile(r"^language=(\w+)\s*$", re.MULTILINE)


def settings_file() -> Path:
    """Return where the window's settings lie."""
    return platformdirs.user_config_path("bulletin-desk", appauthor=False) / "window.ini"


class Language(StrEnum):
    """By its name in the settings."""

    CHINESE = "zh"
    ENGLISH = "en"


def written_language(settings: Path) -> Language:
    """Return the language of the settings file: Chinese where it is not there, or says nothing or something unknown."""
    try:
        found = _LINE.search(settings.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return Language.CHINESE
    return Language(found[1]) if found and found[1] in tuple(Language) else Language.CHINESE


def speak_language(language: Language) -> None:
    """Say everything from now on in a language; what is printed or stored stays Chinese."""
    if language is Language.CHINESE:
        speak()
    else:
        speak(catalogue(language))


def catalogue(language: Language) -> Lookup:
    """Return a language's texts by their Chinese; one that it lacks stays Chinese."""
    texts = gettext.GNUTranslations(io.BytesIO(resource(f"languages/{language}.mo").read_bytes()))

    def found(source: str, count: int) -> str:
        # nothing is where gettext keeps its heading
        if not source:
            return source
        return texts.gettext(source) if count < 0 else texts.ngettext(source, source, count)

    return found
