"""A tightened article has no blank lines above its subheads in the Word file either."""

import io
from dataclasses import replace

import docx
import pytest

from editor.desk.printing import print_files
from editor.model.body import Heading, Paragraph, text_of
from tests.fakes import article, issue_of, prose


@pytest.mark.parametrize("tight", [False, True])
def test_subheads_of_a_tightened_article_have_no_space_above(tight):
    text = Paragraph(runs=text_of(prose(80)))
    blocks = (text, Heading(level=1, runs=text_of("一、登记")), replace(text, uid="0" * 32))
    made = print_files(issue_of(article("甲", *blocks, tight=tight)), pictures={}, pdf=False)
    document = docx.Document(io.BytesIO(made.word))
    (subhead,) = [one for one in document.paragraphs if one.text == "一、登记"]
    assert bool(subhead.paragraph_format.space_before) is not tight
