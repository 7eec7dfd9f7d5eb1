"""Nothing is swallowed by the article before in silence: whatever is wrong with a title, some line says so."""

import pytest

from editor.intake.past_issue import read_past_issue
from resources import resource
from tests.intake.past_shapes import SHAPES

SAMPLE = resource("sample/past-issue.txt").read_text(encoding="utf-8")


def read(text):
    return read_past_issue(text.encode(), name="x.txt")


def places(text):
    """Yield title, line of the contents and line of the body of articles whose title stands in one line of both."""
    reading = read(text)
    entries = {mark.article: mark.line for mark in reversed(reading.marks) if mark.role == "entry"}
    for article in reading.issue.articles():
        heads = [mark.line for mark in reading.marks if (mark.article, mark.role) == (article.uid, "title")]
        if len(heads) == 1 and article.uid in entries:
            yield article.title.text, entries[article.uid] - 1, heads[0] - 1


LISTED = [
    pytest.param(text, place, id=f"{name}: {place[0]}")
    for name, text in (("sample", SAMPLE), *((shape.name, shape.text) for shape in SHAPES))
    for place in places(text)
]


def lines_told(reading):
    return {one.line for one in (*reading.doubts, *reading.unplaced)}


def without(text, line):
    return "\n".join(part for at, part in enumerate(text.split("\n")) if at != line)


def instead(text, line, words):
    return "\n".join(words if at == line else part for at, part in enumerate(text.split("\n")))


def title_texts(reading):
    return [article.title.text for article in reading.issue.articles()]


@pytest.mark.parametrize(("text", "place"), LISTED)
def test_a_listed_article_whose_title_is_gone_is_told(text, place):
    _, entry, head = place
    assert entry + 1 in lines_told(read(without(text, head)))


@pytest.mark.parametrize(("text", "place"), LISTED)
def test_a_listed_article_with_another_title_is_told(text, place):
    _, entry, head = place
    reading = read(instead(text, head, "完全两样的一句题目话"))
    assert lines_told(reading) & {entry + 1, head + 1}


@pytest.mark.parametrize(("text", "place"), LISTED)
def test_an_article_that_the_contents_forget_is_one_of_its_own_or_told(text, place):
    title, entry, _ = place
    reading = read(without(text, entry))
    assert title in title_texts(reading) or lines_told(reading)
