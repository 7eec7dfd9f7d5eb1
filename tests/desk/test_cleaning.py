"""整理 as the desk does it: an issue of a library, articles in hand, text files."""

import datetime as dt
from contextlib import contextmanager
from dataclasses import replace

import pytest

from db.library import open_library
from editor.desk.cleaning import (
    clean_issue,
    clean_lines,
    cleaned_workspace,
    plan_articles,
    plan_library_issue,
    used_rules,
)
from editor.interchange.sample import sample_issue
from editor.model.block_texts import running_text
from editor.model.body import Paragraph, text_of
from editor.model.edits import put_article
from editor.model.errors import UserError
from editor.model.issue_state import IssueState
from editor.model.uid import new_uid
from editor.model.workspace import Workspace

DIRTY, CLEAN = "在 2024 年,全国登记(试行)", "在2024年，全国登记（试行）"


def with_dirt(issue, text=DIRTY):
    space = Workspace(issue=issue)
    article = next(space.articles())
    dirty = replace(
        article, blocks=(*article.blocks, Paragraph(runs=text_of("中间一段。")), Paragraph(runs=text_of(text)))
    )
    return put_article(space, dirty).issue


@contextmanager
def filled(folder, **changed):
    issue, publication, _ = sample_issue()
    issue = with_dirt(issue)
    archive = replace(issue.archive, **changed)
    with open_library(folder / "library.db") as library:
        library.save_publication(publication)
        library.add_issue(replace(issue, archive=archive))
        yield library, library.issue(issue.uid), publication


def last_line(issue):
    return running_text(next(issue.articles()).blocks[-1])


def test_an_issue_is_cleaned_as_one_change_that_can_be_taken_back(tmp_path):
    with filled(tmp_path) as (library, issue, _):
        made = clean_issue(library, "latest", author="钟新敏")
        assert last_line(library.issue(issue.uid)) == CLEAN
        (checkpoint,) = library.checkpoints.listed()
        assert checkpoint.name == made.checkpoint
        library.checkpoints.undo(checkpoint.uid, author="钟新敏")
        assert library.issue(issue.uid) == issue


def test_a_clean_issue_is_not_written(tmp_path):
    with filled(tmp_path) as (library, _, _):
        clean_issue(library, "latest", author="钟新敏")
        again = clean_issue(library, "latest", author="钟新敏")
        assert again.checkpoint == ""
        assert len(library.checkpoints.listed()) == 1


def test_rules_that_the_publication_does_not_use_are_left_out(tmp_path):
    with filled(tmp_path) as (library, issue, publication):
        library.save_publication(replace(publication, cleaning_off=("spaces-latin", "no-rule-of-this-program")))
        assert "spaces-latin" not in used_rules(library.publication(issue.publication))
        clean_issue(library, "latest", author="钟新敏", off=("wide-brackets",))
        assert last_line(library.issue(issue.uid)) == "在 2024 年，全国登记(试行)"


def test_an_issue_that_was_printed_is_not_cleaned_as_a_whole(tmp_path):
    with filled(tmp_path, state=IssueState.CORRECTING) as (library, issue, _):
        with pytest.raises(UserError, match="印发过"):
            clean_issue(library, "latest", author="钟新敏")
        assert library.issue(issue.uid) == issue


def test_a_past_issue_is_not_cleaned_as_a_whole(tmp_path):
    with filled(tmp_path) as (library, issue, _):
        number = replace(issue.number, number=issue.number.number + 1, total=issue.number.total + 1)
        uids = {one.uid: replace(one, uid=new_uid(), articles=()) for one in issue.sections}
        later = replace(issue, uid=new_uid(), number=number, date=issue.date + dt.timedelta(days=7))
        library.add_issue(replace(later, sections=tuple(uids.values())))
        with pytest.raises(UserError, match="往期"):
            clean_issue(library, issue.uid, author="钟新敏")
        assert library.issue(issue.uid) == issue
        # shown it may be
        assert plan_library_issue(library, issue.uid)[1].plans


def test_an_issue_that_was_handed_in_is_not_cleaned(tmp_path):
    with filled(tmp_path, state=IssueState.SUBMITTED) as (library, issue, _):
        with pytest.raises(UserError, match="不能整理"):
            clean_issue(library, "latest", author="钟新敏")
        assert library.issue(issue.uid) == issue
        assert plan_library_issue(library, "latest")[1].plans


def test_chosen_changes_of_a_workspace_are_made_and_changed_articles_stay():
    issue = with_dirt(sample_issue()[0])
    space = Workspace(issue=issue)
    article = next(space.articles())
    cleaning = plan_articles(space.articles(), used_rules(sample_issue()[1]))
    chosen = [choice for choice, change in cleaning.changes() if change.rule == "wide-marks"]
    assert last_line(cleaned_workspace(space, cleaning, chosen).issue) == "在 2024 年，全国登记(试行)"
    typed = put_article(space, replace(article, source="别处"))
    assert cleaned_workspace(typed, cleaning) == typed


def test_a_selection_is_cleaned_alone():
    issue = with_dirt(with_dirt(sample_issue()[0]), "登记,流通")
    article = next(issue.articles())
    last = article.blocks[-1]
    cleaning = plan_articles((article,), used_rules(sample_issue()[1]), {article.uid: {last.uid}})
    (made,) = cleaning.articles()
    assert made.blocks[:-1] == article.blocks[:-1]
    assert running_text(made.blocks[-1]) == "登记，流通"


def test_a_text_file_keeps_its_empty_lines_and_takes_no_fields():
    text = "云州动态\r\n\r\n来源：云州日报\r\n在 2024 年,登记\r\n"
    assert clean_lines(text).text == "云州动态\n\n来源：云州日报\n在2024年，登记\n"
    assert clean_lines("").text == ""
