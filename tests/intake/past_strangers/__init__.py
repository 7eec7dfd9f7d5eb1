"""Invented issues of bulletins that are none of ours: texts with what should come out, Word files and PDFs."""

import json
from pathlib import Path

from tests.intake.past_strangers.pdfs import PDFS
from tests.intake.past_strangers.words import WORDS

HERE = Path(__file__).parent
TEXTS = {
    path.stem: (path.read_bytes(), json.loads(path.with_suffix(".json").read_text("utf-8")))
    for path in sorted(HERE.glob("*.txt"))
}
FILES = {**WORDS, **PDFS}
