"""The English catalogue: complete, of one piece with the code, and no Chinese left in it."""

import importlib.util
import io
import re
import string
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages import pofile

ROOT = Path(__file__).resolve().parent.parent.parent
HAN = re.compile("[\u3400-\u9fff，。；：！？（）“”、《》]")
# what prints or is a mark of Chinese stands in quotes, or is named as such
CONTENT = re.compile('"[^"]*"|《[^》]*》|〔[^〕]*〕|e\\.g\\. .*$|by 、|with 、')


def _tool():
    spec = importlib.util.spec_from_file_location("languages", ROOT / "packaging" / "languages.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


TOOL = _tool()
CATALOGUE = pofile.read_po(io.BytesIO((TOOL.PLACE / "en.po").read_bytes()), locale="en")


def fields(text):
    return {name.partition(":")[0] for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def texts():
    for one in CATALOGUE:
        if one.id:
            source = one.id if isinstance(one.id, str) else one.id[0]
            yield source, (one.string,) if isinstance(one.string, str) else one.string


def test_every_text_of_the_program_is_translated_and_none_beside():
    wanted = {source: counted for source, _, counted in TOOL.said_texts()}
    assert {source for source, _ in texts()} == set(wanted)
    assert TOOL.untranslated(CATALOGUE) == []


def test_the_compiled_catalogue_is_that_of_the_text():
    assert (TOOL.PLACE / "en.mo").read_bytes() == TOOL.mo_bytes(CATALOGUE)
    assert (TOOL.PLACE / "en.po").read_bytes() == TOOL.po_bytes(CATALOGUE)


@pytest.mark.parametrize("form", [0, 1])
def test_translations_take_the_values_that_their_source_has(form):
    wrong = [source for source, said in texts() if fields(said[min(form, len(said) - 1)]) - fields(source)]
    assert wrong == []


def test_values_are_left_out_only_where_the_form_says_their_number():
    dropped = {source: fields(source) - fields(said[-1]) for source, said in texts()}
    assert {source: names for source, names in dropped.items() if names} == {}


def test_no_chinese_is_left_but_what_it_speaks_of():
    left = [said for _, forms in texts() for said in forms if HAN.search(CONTENT.sub("", said))]
    assert left == []


EARLY = """
from editor.model import language
said = []
language.speak(lambda source, count: said.append(source) or source)
import editor.cli.main
import editor.ui.app.language
import editor.ui.app.screen
print(said)
"""


def test_nothing_is_said_before_the_language_is_known():
    done = subprocess.run([sys.executable, "-c", EARLY], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
