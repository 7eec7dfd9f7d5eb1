"""The client's own past issue, read by hand, against the reader: equal field by field."""

import json
from pathlib import Path

import pytest

from editor.intake.past_issue import read_past_issue
from editor.model.body import Figure, Paragraph

SAMPLE = Path(__file__).parent.parent.parent.parent / "shared" / "sample"

pytestmark = pytest.mark.skipif(not SAMPLE.exists(), reason="the client's sample is not beside this checkout")


@pytest.fixture(scope="module")
def reading():
    return read_past_issue((SAMPLE / "issue-213.txt").read_bytes(), name="issue-213.txt")


@pytest.fixture(scope="module")
def expected():
    return json.loads((SAMPLE / "issue-213.json").read_text(encoding="utf-8"))


def block_form(block):
    if isinstance(block, Figure):
        return {"type": "figure", "caption": f"来源：{block.source}" if block.source else block.caption or None}
    assert isinstance(block, Paragraph)
    return {
        "type": "paragraph",
        "runs": [{"text": run.text, "bold": run.bold, "italic": run.italic} for run in block.runs],
    }


def article_form(article):
    return {
        "title": article.title.text,
        "title_lines": list(article.title.lines),
        "subtitle": article.subtitle or None,
        "toc_title": article.contents_line,
        "source": article.source,
        "qr_caption": article.link_caption or None,
        "url": article.link or None,
        "blocks": [block_form(block) for block in article.blocks],
    }


def wanted(article):
    kept = {
        key: article[key] for key in ("title", "title_lines", "subtitle", "toc_title", "source", "qr_caption", "url")
    }
    fields = {"paragraph": ("type", "runs"), "figure": ("type", "caption")}
    return kept | {"blocks": [{key: one[key] for key in fields[one["type"]]} for one in article["blocks"]]}


def test_every_article_equals_the_one_read_by_hand(reading, expected):
    given = [article_form(article) for article in reading.issue.articles()]
    articles = [wanted(article) for section in expected["sections"] for article in section["articles"]]
    assert given == articles


def test_sections_stand_in_order(reading, expected):
    given = [(section.name, len(section.articles)) for section in reading.issue.sections]
    assert given == [(section["name"], len(section["articles"])) for section in expected["sections"]]


def test_cover_and_number_are_right(reading, expected):
    issue = reading.issue
    assert (issue.profile.masthead, issue.profile.slogan, issue.profile.strapline) == (
        expected["publication"],
        expected["slogan_top"],
        expected["slogan"],
    )
    assert (issue.number.number, issue.number.total) == (expected["issue_no"], expected["total_no"])
    assert issue.date.isoformat() == expected["date"]
    assert (issue.headline.text, list(issue.headline.lines)) == (
        expected["cover_headline"],
        expected["cover_headline_lines"],
    )


def test_credits_and_contacts_are_right(reading, expected):
    issue = reading.issue
    assert [(one.role, [name.text for name in one.names]) for one in issue.credits] == [
        (one["role"], one["names"]) for one in expected["credits"]
    ]
    assert [(one.label, one.value, one.caption) for one in issue.contacts] == [
        (one["label"], one["value"], one.get("caption") or "") for one in expected["contacts"]
    ]


def test_headings_notice_and_publishers_are_right(reading, expected):
    profile = reading.issue.profile
    assert (profile.contents_heading, profile.back_heading) == (expected["toc_heading"], expected["publishers_heading"])
    assert (profile.notice_label, profile.notice) == (expected["statement_label"], expected["statement"])
    assert [(one.name, one.english_name, list(one.paragraphs)) for one in profile.publishers] == [
        (one["name"], one["name_en"], one["paragraphs"]) for one in expected["publishers"]
    ]


def test_no_line_is_left_over(reading):
    assert reading.unplaced == ()


def test_reading_twice_gives_the_same_issue(reading):
    again = read_past_issue((SAMPLE / "issue-213.txt").read_bytes(), name="issue-213.txt")
    assert again == reading


def test_a_gb18030_copy_reads_the_same(reading):
    text = (SAMPLE / "issue-213.txt").read_text(encoding="utf-8")
    assert read_past_issue(text.replace("\n", "\r\n").encode("gb18030"), name="copy.txt").issue == reading.issue
