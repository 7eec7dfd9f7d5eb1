"""Each rule of 整理: what it changes, and what only looks like it."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.text.cleaning import TEXT_RULES, clean_text

CHANGED = {
    "line-ends": [("一\r\n二\r三\u2028四", "一\n二\n三\n四")],
    "invisible": [("云\u200b州\ufeff市\x07", "云州市"), ("软\u00ad连字符\u202e", "软连字符")],
    "standard-forms": [
        ("⼀⻋⼤道", "一车大道"),
        ("\ue81e", "龴"),
        ("云州︵试行︶", "云州（试行）"),
        ("oﬃce", "office"),
    ],
    "entities": [("云州&nbsp;市&ldquo;好&rdquo;", "云州 市“好”"), ("研发&amp;试制", "研发&试制")],
    "blanks": [("　　云州市\u00a0数据 ", "云州市 数据"), ("一\n　　二", "一\n二")],
    "wide-letters": [("２０２４年ＧＤＰ增长５．２％", "2024年GDP增长5.2%")],
    "markdown": [("**一是登记。**其余照旧", "一是登记。其余照旧"), ("## 一、总则", "一、总则"), ("> 云州市", "云州市")],
    "numbers": [
        ("一.总则", "一、总则"),
        ("(二)适用范围", "（二）适用范围"),
        ("（三）、登记", "（三）登记"),
        ("3．数据登记", "3.数据登记"),
        ("4. 数据登记", "4.数据登记"),
        ("(5)数据登记", "（5）数据登记"),
    ],
    "document-numbers": [
        ("云政发[2024]12号", "云政发〔2024〕12号"),
        ("云政办发（2024） 3 号", "云政办发〔2024〕3 号"),
        ("云数函【2023】第4号", "云数函〔2023〕第4号"),
    ],
    "wide-marks": [
        ("登记,流通;开放:授权", "登记，流通；开放：授权"),
        ("推进了GDP, 工业核算", "推进了GDP，工业核算"),
        ("增长5.2%, GDP突破一万亿元", "增长5.2%，GDP突破一万亿元"),
        ("登记完成.现已公布.", "登记完成。现已公布。"),
        ("完成了吗?好!", "完成了吗？好！"),
        ("图1:流程", "图1：流程"),
    ],
    "wide-brackets": [("办法(试行)", "办法（试行）"), ("联合国(UN)", "联合国（UN）"), ("（试行)", "（试行）")],
    "quotes": [('所谓"一本账"就是台账', "所谓“一本账”就是台账"), ("所谓'AI+'行动", "所谓‘AI+’行动")],
    "ellipses": [("登记...流通", "登记……流通"), ("登记。。。", "登记……"), ("登记…", "登记……")],
    "dashes": [("登记--流通", "登记——流通"), ("登记－－流通", "登记——流通")],
    "spaces-hanzi": [("推进数据 登记，完善规则。", "推进数据登记，完善规则。"), ("会 议 纪 要", "会议纪要")],
    "spaces-marks": [("登记 ，流通 。 开放", "登记，流通。开放"), ("（ 试行 ）", "（试行）")],
    "spaces-latin": [
        ("在 2024 年推进 AI 应用", "在2024年推进AI应用"),
        ("到 2025年，建成 3 个。", "到2025年，建成3个。"),
    ],
    "spaces-several": [("the  data  act", "the data act")],
}
KEPT = {
    "line-ends": ["一\n二"],
    "invisible": ["云州市，数据。𠮷\u3000"],
    "standard-forms": ["㎡和℃、①、Ⅳ、㈠、ⅷ不变", "龥﨑"],
    "entities": ["AT&T;", "a & b", "https://example.org/?a=1&amp;b=2"],
    "blanks": ["云州市", "图1　登记流程", "第一章　总则", "云州市人民政府　　　2024年1月2日", "甲\t乙"],
    "wide-letters": ["100%", "云州，数据。"],
    "markdown": ["张**、李**等人", "138****1234和139****5678", "2**3", "#标签", "3>2", "`**a**`"],
    "numbers": ["一是登记", "3.14米", "（二）适用范围", "2024. 1", "一、总则", "12.5万户", "(a)登记"],
    "document-numbers": ["（2024）云01民初12号", "云政发〔2024〕12号", "同期（2024）下降", "数据[2024]版"],
    "wide-marks": [
        "3,615.9亿元",
        "12:30开会",
        "比例3:1",
        "1.管理",
        "v2.1.0版",
        "约翰.史密斯",
        "the rate (LPR), which grew 5.2%, fell.",
        "来自Yahoo!的数据",
        "见https://example.org/a,b;c?d=1:2",
        "mail@example.org",
        "GB/T 9704.1",
    ],
    "wide-brackets": ["f(x)=1", "Ca(OH)2", "the (old) act", "1)", "computed()"],
    "quotes": ['he said "yes"', '27"和32"显示器', "it's", '一个"在这里', "users' data"],
    "ellipses": ["a...b", "登记……", "1...2", "目录..........12"],
    "dashes": ["2020-2024年", "--help", "登记——流通", "云州—江城铁路", "GB/T 9704-2012"],
    "spaces-hanzi": [
        "责任编辑：杨 婷，王 明。",
        "参加：张三 李四 王五，共3人。",
        "本报讯（记者 林晓禾）6月5日，报告发布。",
        "本报讯（本报记者 林晓禾 通讯员 何静），报告发布。",
        "第50期 总第213期",
        "第一章 总则",
        "图1 标题",
        "附件 名单",
        "年 月 日",
        "《云州市工信局 财政局关于登记的通知》已印发。",
        "数据登记 办法",
    ],
    "spaces-marks": ["云州市，数据。", "附件1 《办法》"],
    "spaces-latin": [
        "1 总则",
        "1.2 适用范围",
        "图1 标题",
        "表2-1 数据",
        "云州市数据局 2024年12月3日",
        "联系电话 010-12345678",
        "第50期 总第213期",
        "见 https://example.org/a 和附件",
        "3日 12:30",
    ],
    "spaces-several": ["三项  85.00%  60.00%", "a b"],
}
RULES = {rule.id: rule for rule in TEXT_RULES}


def cleaned(text, *rules):
    return clean_text(text, [RULES[one] for one in rules] or TEXT_RULES).text


@pytest.mark.parametrize(
    ("rule", "before", "after"), [(rule, *pair) for rule, rows in CHANGED.items() for pair in rows]
)
def test_a_rule_puts_right(rule, before, after):
    assert cleaned(before, rule) == after


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, rows in KEPT.items() for text in rows])
def test_a_rule_leaves_what_only_looks_like_it(rule, text):
    assert cleaned(text, rule) == text


def test_every_rule_has_cases_and_words():
    assert set(RULES) == set(CHANGED) == set(KEPT)
    assert all(rule.name and rule.why for rule in TEXT_RULES)


@pytest.mark.parametrize(
    "text",
    [
        "水的化学式是H2O，石灰是Ca(OH)2，比为2:1，pH为7.4。",
        "会议于2024年12月3日9:30—11:30在A座301室召开，共1,024人参加，占85.5%。",
        "面积120㎡，温度−5℃，速度3.0×10⁸ m/s。",
        "他引用了“The quick brown fox, it said, isn't here.”这句话。",
        "据《云州日报》2024-12-03报道，云政发〔2024〕12号文件已公布。",
        "版本v2.10.1修复了CVE-2024-1234，见https://example.org/a_(b)?c=1,2。",
    ],
)
def test_real_marks_stay(text):
    assert cleaned(text) == text


def test_rules_work_together():
    dirty = (
        '　　**一是登记。** 在 2024 年,全国 GDP 增长５．２％, 他说"好".详见 https://example.org/x,y?b=1, 附件(试行)...'
    )
    assert cleaned(dirty) == (
        "一是登记。在2024年，全国GDP增长5.2%，他说“好”。详见 https://example.org/x,y?b=1，附件（试行）……"
    )


MIXED = st.text(
    st.one_of(
        st.sampled_from(
            "数据登记一二（）()[]〔〕“”‘’\"'，。、；：,.;:!?…—-_*#>&` \u3000\u00a0\t\n\r\u200b"
            "第章图表年月日号发部aZ09０Ａ％%·/@\ufffc"
        ),
        st.characters(exclude_categories=()),
    ),
    max_size=60,
)
ADDRESS = re.compile(r"https?://example\.org/[a-z0-9/?=&_-]*[a-z0-9]")


@given(MIXED)
@example("数'据\"'")
@example("“,数.数")
def test_cleaning_twice_is_cleaning_once(text):
    once = cleaned(text)
    assert cleaned(once) == once


@pytest.mark.parametrize("rule", list(RULES))
@given(text=MIXED)
def test_each_rule_twice_is_once(rule, text):
    once = cleaned(text, rule)
    assert cleaned(once, rule) == once


@given(MIXED, st.from_regex(ADDRESS, fullmatch=True), MIXED)
def test_addresses_stay_byte_for_byte(before, address, after):
    # letters before it or marks behind it would be part of another address
    whole = f"{before} {address} {after}"
    assert address in cleaned(whole) or "`" in before


@given(MIXED)
def test_replacements_of_the_first_text_make_the_last(text):
    made = clean_text(text)
    splices = sorted((one for edit in made.replacements() for one in edit.splices), reverse=True)
    for start, end, new in splices:
        text = text[:start] + new + text[end:]
    assert text == made.text
