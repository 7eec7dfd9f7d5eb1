"""Word files by somebody who had not seen the reader (tests/word_strangers), with what is expected beside each."""

import json
import unicodedata
from pathlib import Path

import pytest

from editor.desk.intake.kinds import kind_of_file
from editor.desk.intake.reading import read_manuscript
from editor.intake.manuscript import IncomingFile
from editor.model.block_kinds import as_table, figures_in, is_heading
from editor.model.block_texts import block_texts
from editor.model.body import ANCHOR, plain

FOLDER = Path(__file__).parent.parent / "word_strangers"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".json")


def squeezed(text):
    """Return text without blanks and footnotes' anchors, widths and shapes of quotation marks alike."""
    whole = "".join(unicodedata.normalize("NFKC", text).split()).replace(ANCHOR, "")
    return whole.translate(str.maketrans("“”", '""'))


def read(path):
    data = path.read_bytes()
    return read_manuscript(IncomingFile(name=path.name, data=data), kind_of_file(path, data))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_of_somebody_else_is_read_whole(path):
    wanted = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    made = read(path)
    article = made.article
    published = article.archive.published
    assert squeezed(article.title.text) == squeezed(wanted["title"])
    assert article.source == (wanted["source"] or "")
    assert (published.isoformat() if published else "") == (wanted["date"] or "")
    texts = [text for block in article.blocks for text in block_texts(block)]
    runs = (run for block in article.blocks for run in getattr(block, "runs", ()))
    notes = [run.footnote for run in runs if run.footnote] + [note.text for note in article.archive.notes]
    whole = squeezed("".join([*texts, *notes, article.subtitle, article.source]))
    cells = [cell for cell in wanted["table_cells"] if isinstance(cell, str)]
    assert [text for text in (*wanted["paragraphs"], *cells, *wanted["notes"]) if squeezed(text) not in whole] == []
    headings = [(block.level, squeezed(plain(block.runs))) for block in article.blocks if is_heading(block)]
    for level, text in wanted["headings"]:
        assert any(level == one and words.endswith(squeezed(text)) for one, words in headings), text
    assert sum(as_table(block) is not None for block in article.blocks) == wanted["tables"]
    assert len(made.pictures) == wanted["pictures"]
    figures = list(figures_in(article.blocks))
    assert [figure.caption for figure in figures if figure.caption] == wanted.get("captions", [])
    assert [figure.source for figure in figures if figure.source] == wanted.get("figure_sources", [])
    assert [words for words in wanted.get("unwanted", ()) if squeezed(words) in whole] == []


def test_a_file_with_a_second_article_says_so():
    [path] = [path for path in FILES if path.stem == "w12"]
    assert any("还有 1 篇文章" in message for message in read(path).messages)
