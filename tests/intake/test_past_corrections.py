"""What an editor says about lines of a past issue counts, and no line is lost by it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.intake.past_issue import CORRECTABLE, Correction, LineRole, read_past_issue
from editor.model.body import Heading
from editor.model.errors import UserError
from resources import resource
from tests.intake.past_shapes import SHAPES
from tests.intake.past_shapes.contents import DIGITS, MISSING
from tests.intake.past_shapes.wanted import block_words

SAMPLE = resource("sample/past-issue.txt").read_text(encoding="utf-8")
TEXTS = (SAMPLE, *(shape.text for shape in SHAPES))


def read(text, *corrections):
    return read_past_issue(text.encode(), name="x.txt", corrections=corrections)


def line_of(text, words):
    return next(at for at, line in enumerate(text.split("\n"), 1) if line.startswith(words))


def said(text, words, role, **more):
    return Correction(line=line_of(text, words), role=role, **more)


def titles(reading):
    return [article.title.text for article in reading.issue.articles()]


def test_a_line_becomes_the_title_of_an_article_in_the_chosen_section():
    text = DIGITS.text.replace("5G水位感知点覆盖澄江沿线\n\n云州", "5G水位感知点覆盖澄江沿线\n\n补记一则\n\n云州")
    reading = read(text, said(text, "补记一则", LineRole.TITLE, section="金融"))
    assert "补记一则" in [article.title.text for article in reading.issue.sections[1].articles]


def test_a_title_goes_to_a_section_that_did_not_exist():
    reading = read(DIGITS.text, said(DIGITS.text, "3所院校", LineRole.TITLE, section="院校"))
    assert [(one.name, len(one.articles)) for one in reading.issue.sections] == [("政策", 3), ("金融", 1), ("院校", 1)]


def test_what_was_taken_for_a_title_goes_to_the_article_above_and_the_doubt_goes_with_it():
    assert "温度曲线换来信用贷款" in titles(read(MISSING.text))
    reading = read(MISSING.text, said(MISSING.text, "温度曲线换来信用贷款", LineRole.TEXT))
    assert "温度曲线换来信用贷款" not in titles(reading)
    first = next(iter(reading.issue.articles()))
    assert "温度曲线换来信用贷款" in map(block_words, first.blocks)
    assert not any(doubt.text == "温度曲线换来信用贷款" for doubt in reading.doubts)


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        (LineRole.HEADING, lambda article, _words: Heading in map(type, article.blocks)),
        (LineRole.CAPTION, lambda article, words: any(block_words(b) == f"[图 {words} / ]" for b in article.blocks)),
        (LineRole.SUBTITLE, lambda article, words: article.subtitle == words),
        (LineRole.SOURCE, lambda article, words: article.source == words),
        (LineRole.LEFT_OUT, lambda article, words: words not in map(block_words, article.blocks)),
    ],
)
def test_a_line_becomes_what_an_editor_says(role, shown):
    words = "县里的说法"
    text = DIGITS.text.replace("望海县把小散", f"{words}\n\n望海县把小散")
    reading = read(text, said(text, words, role))
    article = next(one for one in reading.issue.articles() if one.title.text.startswith("12345"))
    assert shown(article, words)
    assert reading.unplaced == ()


def test_the_last_word_about_a_line_counts():
    text, words = DIGITS.text, "3所院校"
    reading = read(text, said(text, words, LineRole.LEFT_OUT), said(text, words, LineRole.TITLE, section="政策"))
    assert "3所院校开设微专业" in [article.title.text for article in reading.issue.sections[0].articles]


def test_nobody_makes_a_line_a_folio():
    with pytest.raises(ValueError, match="furniture"):
        Correction(line=1, role=LineRole.FURNITURE)


def test_marks_lead_from_every_line_to_its_article():
    reading = read(DIGITS.text)
    last = list(reading.issue.articles())[-1]
    lines = [reading.lines[mark.line - 1] for mark in reading.marks if mark.article == last.uid]
    assert lines == [
        "- 07 3所院校开设微专业",
        "3所院校开设微专业",
        next(line for line in reading.lines if line.endswith("（来源：云州理工学院）")),
    ]


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_every_line_is_in_the_issue_or_known_or_said_to_have_no_place(data):
    """Whatever an editor says about lines, and whatever lines are doubled, dropped or put elsewhere."""
    lines = data.draw(st.sampled_from(TEXTS)).split("\n")
    for _ in range(data.draw(st.integers(0, 4))):
        one, other = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        lines.insert(one, lines[other] if data.draw(st.booleans()) else lines.pop(other))
    places = st.integers(1, len(lines))
    corrections = data.draw(
        st.lists(
            st.builds(Correction, line=places, role=st.sampled_from(CORRECTABLE), section=st.sampled_from(("", "新"))),
            max_size=5,
        )
    )
    try:
        reading = read("\n".join(lines), *corrections)
    except UserError:
        return
    filled = [at for at, line in enumerate(lines, 1) if line.strip()]
    marked, unplaced = [mark.line for mark in reading.marks], [one.line for one in reading.unplaced]
    assert sorted({*marked, *unplaced}) == filled
    assert set(marked).isdisjoint(unplaced)
    assert all(any(one.line == line for line in filled) for one in reading.doubts)
    texts = "".join(map(str, (block_words(block) for article in reading.issue.articles() for block in article.blocks)))
    bodies = [mark.line for mark in reading.marks if mark.role is LineRole.TEXT]
    for line in bodies:
        words = lines[line - 1].strip().split("（来源")[0].replace("**", "")
        assert "".join(words.split()) in "".join(texts.split())
