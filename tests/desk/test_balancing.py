from dataclasses import replace

import pytest

from editor.desk.balancing import RemedyKind, apply_remedies, balance_plan, remedies_of, set_pages, thin_articles
from editor.desk.printable_issue import PrintableIssue
from editor.document.look import look_table
from editor.model.body import Heading, Paragraph, text_of
from editor.model.issue import Section
from editor.model.publication import Look, PageStart, Publication
from editor.model.workspace import Workspace
from tests.fakes import LOOK, article, issue_of

LINES = LOOK.count("grid.lines")
OWN_PAGE = {"page_start": PageStart.PAGE, "link": "", "source": ""}


def text(lines):
    return tuple(Paragraph(runs=text_of(f"第{at}条办理登记。")) for at in range(lines))


def with_subheads(lines, subheads):
    heads = tuple(Heading(level=1, runs=text_of(f"第{at}节")) for at in range(subheads))
    body = text(lines)
    # spread, so that none stands at the head of a page
    blocks = [body[0]]
    for at, block in enumerate(body[1:], 1):
        if at % 4 == 2 and at // 4 < len(heads):
            blocks.append(heads[at // 4])
        blocks.append(block)
    return tuple(blocks)


@pytest.fixture
def setting():
    ends = []

    def begin(issue):
        set_issue, end = set_pages(
            PrintableIssue(issue=issue, publication=Publication(profile=issue.profile), pictures={})
        )
        ends.append(end)
        return set_issue

    yield begin
    for end in ends:
        end()


def plan_of(issue, setting):
    return balance_plan(Workspace(issue=issue), look_table(issue.look), setting(issue))


def test_a_short_article_before_one_with_its_own_page_is_told(setting):
    issue = issue_of(article("甲", *text(2), link="", source=""), article("乙", *text(30), **OWN_PAGE))
    facts = setting(issue)(issue)
    assert thin_articles(facts) == (next(issue.articles()).uid,)
    (remedy,) = remedies_of(issue, facts, LOOK)
    assert remedy.kind is RemedyKind.RUN_ON
    assert remedy.changed == list(issue.articles())[1].uid


def test_a_full_page_and_the_last_page_are_left_alone(setting):
    issue = issue_of(article("甲", *text(20)), article("乙", *text(4), **OWN_PAGE))
    assert thin_articles(setting(issue)(issue)) == ()
    assert plan_of(issue, setting).offered == ()


def test_a_few_lines_over_are_won_by_tightening(setting):
    subheads = 6
    for lines in range(LINES - 17, LINES - 8):
        issue = issue_of(
            article("甲", *with_subheads(lines, subheads), link="", source=""), article("乙", *text(30), **OWN_PAGE)
        )
        plan = plan_of(issue, setting)
        if plan.offered and plan.offered[0].kind is RemedyKind.TIGHTEN:
            break
    assert plan.chosen == plan.offered[:1]
    assert plan.won == 1
    assert [one.kind for one in plan.offered] == [RemedyKind.TIGHTEN, RemedyKind.RUN_ON]
    changed = apply_remedies(Workspace(issue=issue), plan.chosen).issue
    assert [one.tight for one in changed.articles()] == [True, False]
    assert setting(changed)(changed) == plan.after


def test_the_official_look_has_no_blank_lines_to_win(setting):
    for lines in range(12, 22):
        issue = issue_of(article("甲", *with_subheads(lines, 5)), article("乙", *text(30), **OWN_PAGE))
        issue = replace(issue, look=Look(name="gongwen"))
        found = remedies_of(issue, setting(issue)(issue), look_table(issue.look))
        assert RemedyKind.TIGHTEN not in {one.kind for one in found}


def test_an_article_of_another_section_keeps_its_page(setting):
    issue = issue_of(article("甲", *text(2), link="", source=""))
    issue = replace(issue, sections=(*issue.sections, Section(name="动态", articles=(article("乙", *text(30)),))))
    facts = setting(issue)(issue)
    assert thin_articles(facts)
    assert remedies_of(issue, facts, LOOK) == ()


def test_a_whole_issue_is_balanced_and_pages_are_won(setting):
    articles = [article(f"第{at}篇", *text(2 + at), **OWN_PAGE) for at in range(6)]
    issue = issue_of(article("首篇", *text(5)), *articles)
    plan = plan_of(issue, setting)
    assert plan.won >= 3
    assert len(thin_articles(plan.after)) < len(thin_articles(plan.before))
    assert plan.after.sheets == plan.before.sheets - plan.won
