"""Fixes of more than text: what they change, that a second run finds nothing, and that what changed since stays."""

from dataclasses import replace

import pytest

from editor.checks.finding import AltText, BlockRemoval, ChangedName, FigureWidth, Finding, Fix, Level, RepeatedName
from editor.desk.checking import apply_fixes, check_issue
from editor.desk.printable_issue import PrintableIssue
from editor.model.article import Title
from editor.model.body import Figure, Paragraph, text_of
from editor.model.credits import Credit, Name, NameKind
from editor.model.picture import Picture
from editor.model.registers import Registers, Term
from editor.model.uid import derived_uid
from tests.checks.issues import CLEAN, PUBLICATION, article, check, issue

PICTURE = Picture(sha256="a" * 64, media_type="image/png", width=800, height=200)
LONG = "各区要在三月底前完成登记，逐项列出清单，按月公布进度和结果。"


def of_rule(one, rule, **others):
    return [finding for finding in check(one, **others).findings if finding.rule == rule]


def mended(one, rule, **others):
    """Return the issue with the findings of a rule fixed, of which none is left then."""
    found = of_rule(one, rule, **others)
    assert found
    assert all(finding.fix for finding in found)
    made = apply_fixes(one, found)
    assert of_rule(made, rule, **others) == []
    assert apply_fixes(made, found) == made
    return made


def only(one):
    (made,) = one.articles()
    return made


def with_blocks(*blocks):
    return issue(replace(article(CLEAN), blocks=(*article(CLEAN).blocks, *blocks)))


def test_an_empty_paragraph_goes():
    one = with_blocks(Paragraph(uid=derived_uid("e")), Paragraph(runs=text_of(LONG), uid=derived_uid("l")))
    made = only(mended(one, "structure.empty-paragraph"))
    assert [block.uid for block in made.blocks] == [only(one).blocks[0].uid, derived_uid("l")]


def test_a_repeated_paragraph_goes_and_the_first_stays():
    twice = (Paragraph(runs=text_of(LONG), uid=derived_uid(name)) for name in "ab")
    made = only(mended(with_blocks(*twice), "structure.repeated-paragraph"))
    assert [block.uid for block in made.blocks][1:] == [derived_uid("a")]


def test_a_figure_is_described_by_its_caption_without_the_number():
    one = with_blocks(Figure(picture=PICTURE, caption="图1　各月登记数量", width=300, uid=derived_uid("f")))
    made = only(mended(one, "figures.alt", pictures={PICTURE.sha256: b""}))
    assert made.blocks[-1].alt == "各月登记数量"


def test_a_figure_without_caption_has_to_be_described_by_hand():
    (found,) = of_rule(with_blocks(Figure(picture=PICTURE, uid=derived_uid("f"))), "figures.alt")
    assert found.fix is None


def test_a_coarse_picture_gets_narrower_unless_little_of_it_would_be_left():
    one = with_blocks(Figure(picture=PICTURE, alt="曲线", width=1000, uid=derived_uid("f")))
    made = only(mended(one, "figures.resolution", pictures={PICTURE.sha256: b""}))
    assert 500 <= made.blocks[-1].width < 1000
    tiny = Figure(picture=replace(PICTURE, width=200, height=50), alt="曲线", uid=derived_uid("f"))
    (found,) = of_rule(with_blocks(tiny), "figures.resolution")
    assert found.fix is None


def test_a_blank_of_a_title_becomes_its_line_break_beside_other_fixes():
    one = issue(article(CLEAN, title="云州市印发 数据登记办法。"))
    made = only(apply_fixes(one, check(one).findings))
    assert made.title == Title(text="云州市印发数据登记办法", breaks=(5,))


@pytest.mark.parametrize(
    ("link", "bare"),
    [
        ("https://example.org/a?id=7&utm_source=x&spm=1.2", "https://example.org/a?id=7"),
        ("https://example.org/a?spm=1#/page", "https://example.org/a#/page"),
    ],
)
def test_a_link_loses_who_shared_it_and_keeps_the_rest(link, bare):
    assert only(mended(issue(article(CLEAN, link=link)), "sources.tracking")).link == bare


def test_a_link_with_a_blank_in_it_opens_again():
    made = mended(issue(article(CLEAN, link="https://example.org/ a/b.html ")), "sources.bad-link")
    assert only(made).link == "https://example.org/a/b.html"


def test_the_cover_takes_the_title_that_was_changed():
    one = issue(article(CLEAN), headline=Title(text="云州市印发《云州市数据登记试行办法》"))
    assert mended(one, "titles.headline").headline.text == only(one).title.text


def test_a_person_stands_once_in_a_role():
    names = tuple(Name(text=text) for text in ("陈默", "林远", "陈默"))
    one = issue(article(CLEAN), credits=(Credit(role="编辑", names=names, uid=derived_uid("c")),))
    (credit,) = mended(one, "credits.twice").credits
    assert [name.text for name in credit.names] == ["陈默", "林远"]


def test_an_organisation_has_one_name_on_the_credits_page():
    body = Term(name="云州市数据局", aliases=("云州数据局",), uid=derived_uid("b"))
    roles = tuple(
        Credit(role=role, kind=NameKind.ORGANISATION, names=(Name(text=text),), uid=derived_uid(role))
        for role, text in (("主办", "云州市数据局"), ("承办", "云州数据局"))
    )
    one = issue(article(CLEAN), credits=roles)
    made = apply_fixes(one, _known(one, body))
    assert made != one
    assert _known(made, body) == ()
    assert [credit.names[0].text for credit in made.credits] == ["云州市数据局"] * 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("1月3日，登记开始。", "2025年1月3日，登记开始。"),
        ("12月27日，登记开始。", "2024年12月27日，登记开始。"),
        ("3月1日起开始登记。", ""),
    ],
)
def test_a_day_gets_its_year_where_it_has_just_been(words, said):
    (found,) = of_rule(issue(article(words)), "dates.no-year")
    assert bool(found.fix) == bool(said)
    if said:
        assert only(mended(issue(article(words)), "dates.no-year")).blocks[0].runs == text_of(said)


@pytest.mark.parametrize(
    "edit",
    [
        BlockRemoval(article=derived_uid("云州"), block=derived_uid("e"), was="原来的话"),
        AltText(article=derived_uid("云州"), block=derived_uid("f"), text="另一句"),
        FigureWidth(article=derived_uid("云州"), block=derived_uid("f"), was=700, width=500),
        RepeatedName(credit=derived_uid("c"), name="陈默"),
        ChangedName(credit=derived_uid("c"), was="陈默", name="林远"),
    ],
)
def test_what_changed_since_stays_the_same_value(edit):
    blocks = (
        Paragraph(runs=text_of("改过的话"), uid=derived_uid("e")),
        Figure(alt="写好了", width=300, uid=derived_uid("f")),
    )
    credit = Credit(role="编辑", names=(Name(text="周明"),), uid=derived_uid("c"))
    one = issue(replace(article(CLEAN, title="云州"), blocks=blocks), credits=(credit,))
    (found,) = (finding for finding in [_finding(edit)])
    made = apply_fixes(one, [found])
    assert made == one
    assert only(made) is only(one)


def _finding(edit):
    place = check(issue(article("1月3日，登记开始。"))).findings[0].place
    return Finding(rule="x.y", level=Level.INFO, why="", place=place, message="", fix=Fix(edits=(edit,), shown=""))


def _known(one, body):
    """Return what the rules find where the office has registered an issuing body."""
    registers = Registers(bodies=(body,))
    opened = PrintableIssue(issue=one, publication=PUBLICATION, pictures={}, registers=registers)
    return tuple(one for one in check_issue(opened).findings if one.rule == "names.organisation")
