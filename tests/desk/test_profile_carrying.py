"""A change of the publication in an issue that is still being edited: what was changed, and nothing is lost."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.desk.profile import carried_sections, carrying
from editor.desk.profile.carried_sections import Displaced
from editor.model.article import Article, Title
from editor.model.credits import Credit, Name
from editor.model.issue import Section
from editor.model.publication import Look, PageStart, Profile, Publication, SectionRule
from editor.model.workspace import Workspace
from tests.fakes import issue_of

RULES = tuple(SectionRule(name=name) for name in ("要闻", "政策", "地方"))
ONE = Publication(profile=Profile(masthead="云州观察", slogan="旧口号"), sections=RULES)


def carried(here, before, after, **fields):
    return carrying.carried(here, before.defaults, after.defaults, **fields)


def article(title):
    return Article(title=Title(text=title))


def space(*sections, **fields):
    made = tuple(Section(name=name, articles=tuple(map(article, titles))) for name, titles in sections)
    return Workspace(issue=replace(issue_of(), sections=made, **({"profile": ONE.profile} | fields)))


FULL = space(("要闻", "甲"), ("政策", "乙丙"), ("地方", ""))


def names(one):
    return [(section.name, "".join(item.title.text for item in section.articles)) for section in one.issue.sections]


def with_rules(*rules):
    return replace(ONE, sections=rules)


def test_only_the_words_that_were_changed_come_into_the_issue():
    own = space(("要闻", "甲"), profile=Profile(masthead="云州观察 特刊", slogan="旧口号"))
    after = replace(ONE, profile=replace(ONE.profile, slogan="新口号"))
    made = carried(own, ONE, after).issue
    assert (made.profile.masthead, made.profile.slogan) == ("云州观察 特刊", "新口号")


def test_a_section_is_renamed_with_its_articles():
    after = with_rules(RULES[0], replace(RULES[1], name="国策", page_start=PageStart.PAGE), RULES[2])
    made = carried(FULL, ONE, after)
    assert names(made) == [("要闻", "甲"), ("国策", "乙丙"), ("地方", "")]
    assert made.issue.sections[1].page_start is PageStart.PAGE
    assert made.issue.sections[1].uid == FULL.issue.sections[1].uid


def test_articles_of_a_deleted_section_wait_for_a_place():
    after = with_rules(RULES[0], RULES[2])
    made = carried(FULL, ONE, after)
    assert names(made) == [("要闻", "甲"), ("地方", "")]
    assert [one.title.text for one in made.drawer.pending] == ["乙", "丙"]
    assert [one.name for one in carried_sections.homeless_sections(FULL.issue, ONE.defaults, after.defaults)] == [
        "政策"
    ]


def test_where_nobody_is_looking_a_section_with_articles_stays():
    made = carried(FULL, ONE, with_rules(RULES[0]), displaced=Displaced.STAY)
    assert names(made) == [("要闻", "甲"), ("政策", "乙丙")]


def test_order_and_new_sections_come_into_the_issue_and_its_own_stay_where_they_were():
    own = space(("要闻", "甲"), ("特稿", "丁"), ("政策", "乙"), ("地方", ""))
    after = with_rules(RULES[2], RULES[0], SectionRule(name="数谷"), RULES[1])
    assert [name for name, _ in names(carried(own, ONE, after))] == ["地方", "要闻", "特稿", "数谷", "政策"]


def test_a_section_that_the_issue_left_out_does_not_come_back():
    own = space(("要闻", "甲"), ("地方", ""))
    after = with_rules(RULES[0], replace(RULES[1], name="国策"), RULES[2])
    assert [name for name, _ in names(carried(own, ONE, after))] == ["要闻", "地方"]


def test_settings_of_the_look_come_one_by_one_and_another_look_as_a_whole():
    own = space(("要闻", "甲"), look=Look(name="house", settings=(("grid.body", 12_000), ("style.indent", 0))))
    before, after = (
        replace(ONE, look=Look(name="house", settings=(("grid.body", size),))) for size in (11_000, 10_500)
    )
    assert carried(own, before, after).issue.look.settings == (("grid.body", 10_500), ("style.indent", 0))
    other = replace(ONE, look=Look(name="gongwen"))
    assert carried(own, ONE, other).issue.look == Look(name="gongwen")


CHIEF, DUTY = Credit(role="主编", names=(Name(text="甲"),)), Credit(role="值班", names=(Name(text="乙"),))


def roles(one):
    return [(credit.role, "".join(name.text for name in credit.names)) for credit in one.issue.credits]


def test_roles_of_the_publication_come_in_and_the_names_of_the_week_stay():
    before = replace(ONE, credits=(CHIEF, DUTY))
    week = space(("要闻", "甲"), credits=(CHIEF, replace(DUTY, names=(Name(text="丙"),))))
    renamed = replace(before, credits=(CHIEF, replace(DUTY, role="值班编辑"), Credit(role="美编")))
    assert roles(carried(week, before, renamed)) == [("主编", "甲"), ("值班编辑", "丙"), ("美编", "")]
    fewer = replace(before, credits=(DUTY,))
    assert roles(carried(week, before, fewer)) == [("值班", "丙")]
    without = replace(before, credits=(CHIEF,))
    assert roles(carried(week, before, without)) == [("主编", "甲"), ("值班", "丙")]
    turned = replace(before, credits=(DUTY, CHIEF))
    assert roles(carried(week, before, turned)) == [("值班", "丙"), ("主编", "甲")]


def test_a_role_that_the_issue_left_out_does_not_come_back():
    before = replace(ONE, credits=(CHIEF, DUTY))
    after = replace(before, credits=(replace(CHIEF, names=(Name(text="丁"),)), replace(DUTY, role="值班编辑")))
    assert roles(carried(space(("要闻", "甲"), credits=(CHIEF,)), before, after)) == [("主编", "丁")]


def test_nothing_changed_leaves_the_same_value():
    assert carried(FULL, ONE, ONE) is FULL


words = st.sampled_from(("要闻", "政策", "地方", "数谷", "特稿"))


@given(
    st.lists(words, max_size=5), st.lists(st.tuples(st.integers(0, 2), words), max_size=4), st.sampled_from(Displaced)
)
@settings(deadline=None)
def test_no_article_is_ever_lost(own, edits, displaced):
    here = space(*((name, f"{at}") for at, name in enumerate(own)))
    rules = tuple(dict.fromkeys(replace(RULES[at], name=name) for at, name in edits))
    made = carried(here, ONE, with_rules(*rules), displaced=displaced)
    assert {one.uid for one in made.articles()} == {one.uid for one in here.articles()}
    assert displaced is Displaced.PENDING or not made.drawer.pending
