from dataclasses import replace

from hypothesis import given

from editor.interchange.cleaning import cleaned
from editor.interchange.sample import sample_issue
from editor.model.body import Paragraph, plain, text_of
from editor.model.issue import title_of
from editor.text.sanitise import clean
from tests.strategies import issues


@given(issues())
def test_cleaning_twice_is_cleaning_once(issue):
    once, _ = cleaned(issue)
    assert cleaned(once) == (once, ())


def test_the_sample_has_nothing_to_clean():
    issue, publication, _ = sample_issue()
    assert cleaned(issue) == (issue, ())
    assert cleaned(publication) == (publication, ())


def test_hidden_characters_go_and_are_said_with_their_place():
    issue, _, _ = sample_issue()
    section = issue.sections[0]
    spoilt = replace(
        section.articles[0],
        title=title_of("云\u202e州启动", "“一本\ue000账”"),
        blocks=(Paragraph(runs=text_of("数\u200b据\u200b")),),
    )
    bad = replace(issue, sections=(replace(section, articles=(spoilt, *section.articles[1:])), *issue.sections[1:]))
    made, said = cleaned(bad)
    article = made.sections[0].articles[0]
    assert article.title.lines == ("云州启动", "“一本账”")
    assert plain(article.blocks[0].runs) == "数据"
    assert len(said) == 1
    assert "U+200B 2 个、U+202E 1 个、U+E000 1 个" in said[0]
    assert clean(said[0]).text == said[0]
