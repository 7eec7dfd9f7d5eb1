"""Links and their codes, long pictures, the order of persons, and fixes that take out or describe a block."""

from dataclasses import replace

import pytest

from editor.desk.checking import apply_fixes, check_issue
from editor.model.body import Figure, Paragraph, text_of
from editor.model.credits import Credit, Name
from editor.model.picture import Picture
from editor.model.registers import Person, Registers
from editor.model.uid import derived_uid
from tests.checks.issues import CLEAN, article, check, issue, opened

PICTURE = Picture(sha256="a" * 64, media_type="image/png", width=1080, height=4000)


def rules(one, **others):
    return {finding.rule: finding for finding in check(one, **others).findings}


@pytest.mark.parametrize(
    ("link", "rule"),
    [
        ("https://example.org/" + "a" * 1300, "sources.too-long"),
        ("https://example.org/" + "a" * 400, "sources.long"),
        ("https://example.org/ahttps://example.org/b", "sources.odd-link"),
        ("https://data.example.con/a", "sources.odd-link"),
        ("https://example.org/a。", "sources.odd-link"),
        ("http://www.yunzhou.gov.cn/a.html", "sources.http"),
        ("https://example.org/a?id=3&utm_source=x", "sources.tracking"),
    ],
)
def test_a_link_that_no_reader_should_get(link, rule):
    assert rule in rules(issue(article(link=link)))
    assert rule not in rules(issue(article(link="https://www.yunzhou.gov.cn/a.html?id=3")))


@pytest.mark.parametrize(
    ("link", "bare"),
    [
        ("https://example.org/a?utm_source=x&id=3", "https://example.org/a?id=3"),
        ("https://example.org/a?id=3&utm_source=x&spm=1", "https://example.org/a?id=3"),
        ("https://example.org/a?from=timeline", "https://example.org/a"),
    ],
)
def test_traces_of_who_shared_a_link_are_taken_out(link, bare):
    one = issue(article(link=link))
    fixed = apply_fixes(one, [rules(one)["sources.tracking"]])
    assert next(fixed.articles()).link == bare
    assert "sources.tracking" not in rules(fixed)


def test_words_beside_a_code_that_is_not_there():
    assert "sources.no-code" in rules(issue(article(link="", link_caption="扫码看原文")))
    assert "sources.no-code" not in rules(issue(article(link_caption="扫码看原文")))


def test_an_empty_and_a_repeated_paragraph_are_taken_out():
    blocks = [
        Paragraph(runs=text_of(text), uid=derived_uid(str(at))) for at, text in enumerate([CLEAN, "", CLEAN, "完。"])
    ]
    one = issue(replace(article(), blocks=tuple(blocks)))
    found = rules(one)
    fixed = apply_fixes(one, [found["structure.empty-paragraph"], found["structure.repeated-paragraph"]])
    assert [block.uid for block in next(fixed.articles()).blocks] == [blocks[0].uid, blocks[3].uid]


def test_a_paragraph_that_was_written_in_since_stays():
    blocks = [Paragraph(runs=text_of(text), uid=derived_uid(str(at))) for at, text in enumerate([CLEAN, "", "完。"])]
    one = issue(replace(article(), blocks=tuple(blocks)))
    finding = rules(one)["structure.empty-paragraph"]
    written = replace(blocks[1], runs=text_of("新写的一段。"))
    other = issue(replace(article(), blocks=(blocks[0], written, blocks[2])))
    assert apply_fixes(other, [finding]) == other


def test_a_picture_is_described_by_its_caption():
    figure = Figure(picture=PICTURE, caption="图1　登记流程", uid=derived_uid("f"))
    one = issue(replace(article(), blocks=(*article().blocks, figure)))
    finding = rules(one, pictures={PICTURE.sha256: b""})["figures.alt"]
    fixed = apply_fixes(one, [finding])
    assert next(fixed.articles()).blocks[-1].alt == "登记流程"
    bare = issue(replace(article(), blocks=(*article().blocks, replace(figure, caption=""))))
    assert rules(bare, pictures={PICTURE.sha256: b""})["figures.alt"].fix is None


def test_lettering_of_a_long_picture():
    figure = Figure(picture=PICTURE, caption="图1　登记流程", uid=derived_uid("f"))
    one = issue(replace(article(), blocks=(*article().blocks, figure)))
    assert "figures.long" in rules(one, pictures={PICTURE.sha256: b""})
    short = replace(figure, picture=replace(PICTURE, height=1000))
    one = issue(replace(article(), blocks=(*article().blocks, short)))
    assert "figures.long" not in rules(one, pictures={PICTURE.sha256: b""})


def test_persons_stand_in_the_order_of_the_register():
    people = (Person(name="陆岚", rank=1), Person(name="顾清和", rank=2))

    def said(text):
        one = opened(issue(article(text)), registers=Registers(people=people))
        return [finding.message for finding in check_issue(one).findings if finding.rule == "names.order"]

    assert said("顾清和、陆岚出席会议。") == ["名录里陆岚排在顾清和前面"]
    assert said("陆岚、顾清和出席会议。") == []
    assert said("顾清和主持会议。陆岚讲话。") == []


def test_one_person_in_two_reviews():
    reviews = tuple(Credit(role=role, names=(Name(text="陆岚"),), uid=derived_uid(role)) for role in ("初审", "终审"))
    assert rules(issue(article(), credits=reviews))["credits.reviewer"].message == "陆岚既是初审又是终审"
