from fractions import Fraction

import pytest

from editor.checks.registry import RULES
from editor.desk.checking import error_rate as module
from editor.desk.checking.error_rate import error_rate
from editor.desk.overview import article_characters
from tests.checks.issues import CLEAN, article, check, issue


def rate(*articles):
    one = issue(*articles)
    return error_rate(one, check(one).findings)


@pytest.mark.parametrize(
    ("words", "errors"),
    [
        ("登记完成。", Fraction(0)),
        ("登记完成。。", Fraction(1, 10)),
        ("数据的的登记。", Fraction(1)),
        ("数据的的登记,已经完成。", Fraction(11, 10)),
        ("数据的的登记。确权的的流通。交易的的规则。监管的的办法。", Fraction(3)),
    ],
)
def test_words_count_one_marks_a_tenth_and_the_same_error_three_times_at_most(words, errors):
    assert rate(article(CLEAN + words)).errors == errors


def test_the_rate_is_of_ten_thousand_characters_and_two_pass():
    long = [article(CLEAN, "甲乙丙丁戊己庚辛壬癸" * 100 + "。", title=f"第{n}篇要点", link="") for n in range(6)]
    few = rate(*long[:-1], article(CLEAN + "数据的的登记。", "甲乙丙丁戊己庚辛壬癸" * 100, title="末篇"))
    assert few.characters == sum(map(article_characters, issue(*long).articles())) + 6
    assert few.rate == few.errors * 10_000 / few.characters
    assert few.passes


def test_an_issue_without_text_has_no_rate():
    assert rate().rate == 0


def test_what_is_lacking_and_hints_are_no_errors():
    assert rate(article("1月3日，登记完成。", link="", source="")).errors == 0


def test_rules_that_are_named_exist():
    known = {rule.id for rule in RULES}
    assert known >= module._ALSO | module._WHOLE
    assert {*module._LANGUAGE, *module._TENTHS} <= {rule.group for rule in RULES}
