"""The text of our own PDF, as common tools give it, is read back as the issue."""

import io
import shutil
import subprocess
from collections import Counter
from dataclasses import replace

import pypdf
import pypdfium2
import pytest

from editor.desk.issue_readers import read_text
from editor.desk.printing import print_files
from editor.interchange.sample import sample_issue
from editor.model.block_kinds import as_figure
from editor.model.block_texts import block_texts
from editor.model.publication import Look
from editor.text.characters import fold


def by_pdfium(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def by_pypdf(pdf):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def by_poppler(*options):
    def read(pdf):
        command = ["pdftotext", *options, "-", "-"]
        return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()

    return read


TOOLS = {
    "PDFium": by_pdfium,
    "pypdf": by_pypdf,
    "pdftotext": by_poppler(),
    "pdftotext -layout": by_poppler("-layout"),
    "pdftotext -raw": by_poppler("-raw"),
}


@pytest.fixture(scope="module", params=["house", "gongwen"])
def printed(request):
    issue, _, pictures = sample_issue()
    issue = replace(issue, look=Look(name=request.param))
    return issue, print_files(issue, pictures=pictures, word=False).pdf


@pytest.fixture(params=TOOLS)
def pair(request, printed):
    if request.param.startswith("pdftotext") and not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    issue, pdf = printed
    text = TOOLS[request.param](pdf)
    return request.param, issue, read_text("旧刊.txt", text.encode(), None)


def test_sections_titles_sources_and_links(pair):
    _, issue, incoming = pair
    read = incoming.arrival.issue
    assert [one.name for one in read.sections] == [one.name for one in issue.sections]
    fields = [[(fold(one.title.text), one.source, one.link) for one in found.articles()] for found in (read, issue)]
    assert fields[0] == fields[1]
    assert (read.number, read.date, read.profile.masthead) == (issue.number, issue.date, issue.profile.masthead)


def test_credits_and_contacts_are_read_or_said_to_be_missing(pair):
    tool, issue, incoming = pair
    read = incoming.arrival.issue
    if tool == "pdftotext":
        assert read.credits == ()
        assert any("版权页" in line and "没有认出" in line for line in incoming.report)
        assert any(line.text == "指导单位" for line in incoming.unplaced)
        return
    rows = [[(one.role, [name.text for name in one.names]) for one in found.credits] for found in (read, issue)]
    assert rows[0] == rows[1]
    values = [sorted(one.value or one.caption for one in found.contacts) for found in (read, issue)]
    assert values[0] == values[1]


def test_no_character_of_the_articles_is_lost(pair):
    _, issue, incoming = pair
    for got, wanted in zip(incoming.arrival.issue.articles(), issue.articles(), strict=True):
        lost = letters(wanted) - letters(got)
        assert not lost, (wanted.title.text, lost)


def letters(article):
    """How often each character stands in an article's paragraphs, heads, lists and tables."""
    words = "".join(text for block in article.blocks if not as_figure(block) for text in block_texts(block))
    return Counter(char for char in fold(words) if char.isalnum())


def test_what_such_a_text_does_not_say_is_listed(pair):
    assert any("加粗" in line and "引文" in line for line in pair[2].report)


def test_a_text_whose_structure_is_unknown_says_so():
    text = "云州通讯\n2026年3月9日 第9期\n\n某个标题\n正文一段，说了些话。\n"
    incoming = read_text("旧刊.txt", text.encode(), None)
    assert any("没有认出要目" in line for line in incoming.report)
    assert any("没有认出版权页" in line for line in incoming.report)
