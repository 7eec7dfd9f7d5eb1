"""The reader on issues of other bulletins: name, number, date, sections, titles, sources, and what is doubted."""

import pytest

from editor.desk.past_reading import read_past
from tests.intake.past_strangers import FILES, TEXTS


def read(path, data):
    path.write_bytes(data)
    return read_past(path).parsed


def outcome(parsed):
    issue = parsed.issue
    return {
        "name": issue.profile.masthead,
        "number": [issue.number.year, issue.number.number, issue.number.total],
        "date": issue.date.isoformat(),
        "articles": [
            [section.name, article.title.text, article.source]
            for section in issue.sections
            for article in section.articles
        ],
        "doubts": [one.text for one in parsed.doubts],
    }


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_of_another_bulletin(name, tmp_path):
    data, wanted = TEXTS[name]
    parsed = read(tmp_path / f"{name}.txt", data)
    assert outcome(parsed) == wanted
    assert parsed.unplaced == ()


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_another_bulletin(name, tmp_path):
    make, wanted = FILES[name]
    parsed = read(tmp_path / name, make(tmp_path))
    assert outcome(parsed) == wanted
    assert parsed.unplaced == ()


@pytest.mark.parametrize("name", TEXTS)
def test_no_line_of_the_foot_stays_in_the_last_article(name, tmp_path):
    data, _ = TEXTS[name]
    parsed = read(tmp_path / f"{name}.txt", data)
    last = list(parsed.issue.articles())[-1]
    roles = {mark.line: mark for mark in parsed.marks}
    foot = [
        line
        for line in range(1, len(parsed.lines) + 1)
        if parsed.lines[line - 1].startswith(("报：", "送：", "责任编辑："))
    ]
    assert all(roles[line].article != last.uid for line in foot)
