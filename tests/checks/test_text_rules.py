"""What each rule of a text says, what the fix makes of it, and what only looks like it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.checks.context import read_article
from editor.checks.rule_sets import active_rules
from editor.checks.tables import needles, rows, sought
from editor.desk.checking import apply_fixes
from editor.desk.checking.check import setting_of
from editor.model.body import plain
from editor.model.rule_levels import RuleSet
from tests.checks.issues import article, issue, opened

SETTING = setting_of(opened(issue()))
ARTICLE_RULES = active_rules(RuleSet.BULLETIN, ()).articles
BY_ID = {rule.id: rule for rule in ARTICLE_RULES}
# rule, what it finds, what the fix makes of it (None: a person has to say), what it leaves alone
ROWS = (
    ("text.blank-hanzi", "建立数据 登记制度。", "建立数据登记制度。", "主编：陆岚 顾清和"),
    ("text.blank-marks", "登记， 流通。", "登记，流通。", "登记，流通。"),
    ("text.blank-several", "见Data  Center一文。", "见Data Center一文。", "见Data Center一文。"),
    ("text.blank-odd", "　　登记完成。", "登记完成。", "登记完成。"),
    ("text.wide", "共１２项。", "共12项。", "共12项。"),
    ("text.invisible", "登\u200b记完成。", "登记完成。", "登记完成。"),
    ("text.stand-in", "⽤户登记。", "用户登记。", "用户登记。"),
    ("text.ellipsis", "登记、流通...", "登记、流通……", "登记、流通……"),
    ("text.dash", "数据港--第一个园区。", "数据港——第一个园区。", "数据港——第一个园区。"),
    ("web.entities", "登记&nbsp;流通。", "登记 流通。", "AT&T公司。"),
    ("names.number-brackets", "云政办发[2024]3号", "云政办发〔2024〕3号", "云政办发〔2024〕3号"),
    ("numbers.marks", "一.总体要求", "一、总体要求", "一、总体要求"),
    ("text.pause-and", "登记、流通、和交易。", "登记、流通和交易。", "发展、和平是主题。"),
    ("text.pause-etc", "登记、流通、等环节。", "登记、流通等环节。", "一等、等待、等级评定。"),
    ("text.dots-etc", "登记……等环节。", "登记等环节。", "登记……等待时机。"),
    ("text.empty-pair", "推行“”工作。", None, "推行“登记”工作。"),
    ("text.inner-edge", "登记（，流通）。", "登记（流通）。", "他说：“好！”"),
    ("text.shouting", "落到实处！！！！", "落到实处！", "落到实处！！！"),
    ("text.leading", "，下一步登记。", "下一步登记。", "“下一步”登记。"),
    ("text.trailing", "下一步将登记，", None, "下一步将登记。"),
    ("text.no-end", "明确了职责，对登记、定价作出规定", "明确了职责，对登记、定价作出规定。", "任务分工表"),
    ("text.ordinal", "第一、加大力度。", "第一，加大力度。", "第一、第二产业。"),
    ("text.adverbs", "首先、加大力度。", "首先，加大力度。", "首先，加大力度。"),
    ("text.long-link", "2020年——2024年", "2020年—2024年", "他说——登记。"),
    ("text.short-dash", "参观数据港—全省第一个数据园区。", "参观数据港——全省第一个数据园区。", "北京—上海数据走廊，"),
    ("text.colons", "各地要：加强领导：把登记工作落到实处。", None, "联系人：陆岚，电话：12345。"),
    ("text.nested-quotes", "观看““数据×”展览”。", "观看“‘数据×’展览”。", "观看“数据×”“登记”展览。"),
    ("text.nested-titles", "《关于《条例》的说明》", "《关于〈条例〉的说明》", "《条例》《说明》"),
    ("text.same-quotes", "落实“双随机“，", "落实“双随机”，", "落实“双随机”，"),
    ("text.no-work", "参加《云州数据大会》。", "参加云州数据大会。", "阅读《云州数据大会纪要》。"),
    ("text.traditional", "數據登记。", "数据登记。", "乾隆年间的著作。"),
    ("text.japanese", "発展迅速。", "发展迅速。", "发展迅速。"),
    ("text.kana", "云州の数据。", None, "云州的数据。"),
    ("text.broken", "云州锟斤拷数据。", None, "云州数据。"),
    ("web.tags", "登记<br>流通。", "登记流通。", "a<b，b>c。"),
    ("web.footnotes", "登记完成[1]。", "登记完成。", "数组a[1]。"),
    ("web.invitations", "登记完成。点击“阅读原文”查看详情", "登记完成。", "点击登记按钮即可。"),
    ("web.notices", "分享到：微信", None, "成果分享到全市。"),
    ("web.drafts", "共（待核实）项。", None, "情况待核实后公布。"),
    ("web.placeholders", "联系张××同志。", None, "长×宽"),
    ("web.address", "网址为http//data.example.cn。", None, "网址为https://data.example.cn。"),
    ("digits.per-cent-words", "增长百分之12。", "增长12%。", "增长百分之十二。"),
    ("digits.per-cent-twice", "增长12%%。", "增长12%。", "增长12%。"),
    ("digits.blank-sign", "增长12 %。", "增长12%。", "增长12%。"),
    ("digits.blank", "面积2 6万平方米。", "面积26万平方米。", "面积26万平方米。"),
    ("digits.groups", "收入1,86万元。", None, "收入1,860万元。"),
    ("digits.points", "收入12.5.1亿元。", None, "版本2.5.1发布。"),
    ("digits.unit-twice", "共12个个。", "共12个。", "于2018年年底前完成。"),
    ("digits.round", "有三、四百家。", "有三四百家。", "第三、四百货大楼。"),
    ("digits.tens", "有20几个。", "有二十几个。", "有20多个。"),
    ("digits.decade", "20世纪九十年代", "20世纪90年代", "20世纪90年代"),
    ("digits.year", "总结24年工作。", "总结2024年工作。", "他从事近24年工作。"),
    ("digits.year-lost", "2020年至204年", None, "2020年至2024年"),
    ("digits.range-sign", "增速10～20%。", "增速10%～20%。", "增速10%～20%。"),
    ("digits.range-hyphen", "2020-2024年", None, "电话0571-88886666"),
    ("digits.range-magnitude", "投入3～5亿元。", "投入3亿元～5亿元。", "投入3亿元～5亿元。"),
    ("digits.magnitudes", "有3万5千户。", "有3.5万户。", "有3.5万户。"),
    ("digits.money", "补贴￥20万元。", "补贴20万元。", "补贴20万元。"),
    ("digits.ordinal", "第02章", "第2章", "第2章"),
    ("digits.zero", "二○二四年三月", "二〇二四年三月", "二〇二四年三月"),
    ("units.symbol", "距市区45KM。", "距市区45km。", "型号为45KMX。"),
    ("units.power", "供水5000m3。", "供水5000m³。", "型号m3-20。"),
    ("units.name", "用电36亿度电。", "用电36亿千瓦时。", "温度为36度。"),
    ("units.celsius", "控制在摄氏18度。", "控制在18摄氏度。", "控制在18摄氏度。"),
    ("words.abbreviation", "建成5g基站。", "建成5G基站。", "建成5G基站。"),
    ("words.about", "约30家左右。", None, "约定30天左右。"),
    ("words.at-least", "不少于30家以上。", "不少于30家。", "不少于30家。"),
    ("words.at-most", "不超过30天以内。", "不超过30天。", "不超过30天。"),
    ("words.times-less", "能耗下降2倍。", None, "产量增长2倍。"),
    ("words.negation", "防止数据不泄露。", None, "防止决策不科学。"),
    ("words.pleonasm", "目前现在正在推进。", "目前正在推进。", "目前正在推进。"),
    ("words.doubled", "完善完善登记制度。", "完善登记制度。", "支持企业创业创新。"),
    ("words.particle", "单位和和个人。", "单位和个人。", "在在建项目中。"),
    ("words.points", "由10%提高到15%，提高5%。", "由10%提高到15%，提高5个百分点。", "由10%提高到15%，提高5个百分点。"),
    ("words.range-order", "处50万元以上5万元以下罚款。", None, "处5万元以上50万元以下罚款。"),
    ("words.two-forms", "注册账号，找回帐号。", "注册账号，找回账号。", "注册账号。"),
    ("names.renamed", "省国土资源厅负责。", None, "原省国土资源厅负责。"),
    ("names.misnamed", "国家发展与改革委员会", "国家发展和改革委员会", "国家发展和改革委员会"),
    ("names.unofficial", "工信部发布报告。", "工业和信息化部发布报告。", "工信部联科〔2024〕3号"),
    ("names.two", "中国信息通信研究院印发，中国信通院解读。", "中国信息通信研究院印发，中国信息通信研究院解读。",
     "中国信息通信研究院（以下简称中国信通院）印发，中国信通院解读。"),
    ("names.province", "江苏省杭州市", None, "浙江省杭州市"),
    ("names.region-kind", "广西省", "广西壮族自治区", "广西壮族自治区"),
    ("names.early", "《办法》已印发。云州市印发《云州市登记办法》（以下简称《办法》）。", None,
     "云州市印发《云州市登记办法》（以下简称《办法》）。《办法》共九章。"),
    ("names.number-zero", "云政发〔2024〕03号", "云政发〔2024〕3号", "审图号为GS（2024）0650号"),
    ("names.number-ordinal", "云政发〔2024〕第3号", "云政发〔2024〕3号", "中国人民银行公告〔2024〕第3号"),
    ("names.number-year", "云政发〔24〕3号", "云政发〔2024〕3号", "云政发〔2024〕3号"),
    ("names.number-order", "〔2024〕云政发3号", None, "云政发〔2024〕3号"),
    ("names.number-mixed", "云政发〔2024]3号", "云政发〔2024〕3号", "云政发〔2024〕3号"),
    ("names.number-end", "云政发〔2024〕3，", "云政发〔2024〕3号，", "云政发〔2024〕3号，"),
    ("names.number-later", "云政发〔2026〕3号", None, "云政发〔2024〕3号"),
    ("words.thought", "习近平新时代特色社会主义思想", "习近平新时代中国特色社会主义思想",
     "习近平新时代中国特色社会主义经济思想"),
    ("words.fixed", "全面、准确、完整贯彻理念", "完整、准确、全面贯彻理念", "完整、准确、全面贯彻理念"),
    ("words.ideas", "创新、协调、绿色、共享、开放", "创新、协调、绿色、开放、共享", "创新、绿色、开放"),
    ("words.founding", "建国以来", "新中国成立以来", "建国际一流园区"),
    ("words.plan", "十四五期间", "“十四五”期间", "二十四五个"),
    ("words.territory", "美国、日本、香港等国家", None, "美国、日本、香港等国家和地区"),
    ("figures.map-number", "审图号为GS-0650", None, "审图号为GS（2024）0650号"),
    ("dates.mixed", "2024.12.26日", "2024年12月26日", "2024年12月26日"),
    ("dates.padded", "2025年03月5日", "2025年3月5日", "2025年3月5日"),
    ("dates.bare", "2025-3-5", "2025年3月5日", "版本2025-3-5发布"),
    ("dates.backwards", "3月5日至1日", None, "3月1日至5日"),
    ("dates.months", "2025年3月至2月", None, "2024年11月至次年2月"),
    ("dates.time", "上午9:75", None, "上午9:30"),
    ("dates.times", "上午11:30至9:00", None, "上午9:00至11:30"),
    ("dates.quarter", "一季度（4—6月）", None, "一季度（1—3月）"),
    ("dates.to-come", "2025年5月6日，会议在云州召开。", None, "2025年5月6日起施行。"),
    ("dates.relative", "昨日，会议召开。", None, "今日头条发布报告。"),
    ("dates.vague", "近日，会议召开。", None, "1月3日，会议召开。近日又印发通知。"),
    ("dates.twice", "4月20日以前之前", "4月20日以前", "4月20日以前"),
    ("numbers.headings", "一、要求\n二、任务\n四、组织", None, "一、要求\n二、任务\n三、组织"),
    ("numbers.subheads", "（一）要求\n（三）任务", None, "（一）要求\n（二）任务"),
    ("numbers.items", "1.要求\n3.任务", None, "1.要求\n2.任务"),
    ("numbers.item-marks", "1、要求\n2.任务\n3.保障", "1.要求\n2.任务\n3.保障", "1.要求\n2.任务"),
    ("numbers.inline", "（1）要求。（3）任务。", None, "（1）要求。（2）任务。"),
    ("numbers.firsts", "第一，要求。第三，任务。", None, "第一，要求。第二，任务。"),
    ("numbers.chapters", "第一章为总则，第三章为登记。", None, "第一章为总则，第二章为登记。"),
    ("numbers.said", "抓好三个方面工作：一是登记。二是流通。", None, "抓好两个方面工作：一是登记。二是流通。"),
    ("sums.growth", "收入12亿元，上年同期为10亿元，增长25%。", None, "收入12亿元，上年同期为10亿元，增长20%。"),
    ("sums.share", "共8.6万人，其中硕士2.1万人，占34.4%。", None, "共8.6万人，其中硕士2.1万人，占24.4%。"),
    ("sums.shares", "占比分别为55%、30%、25%。", None, "占比分别为55%、20%、25%。"),
    ("sums.parts", "新增36家，其中软件20家，制造12家，电信6家。", None, "新增36家，其中软件20家，制造10家，电信6家。"),
    ("sums.totals", "分别为700亿元、300亿元，合计1100亿元。", None, "分别为700亿元、300亿元，合计1000亿元。"),
    ("figures.lost-number", "如图2所示。", None, "图文并茂。"),
    ("tables.lost-number", "见表2。", None, "见表格。"),
    ("names.attachment", "分工见附件3。", None, "附件已下发。"),
    ("names.attachment-mark", "附件：任务分工表。", "附件：任务分工表", "附件：任务分工表"),
    ("sums.done", "发现问题231个，整改完成240个。", None, "发现问题231个，整改完成219个。"),
    ("text.particle", "她笑著说。", "她笑着说。", "从此看著名作家的书。"),
    ("words.framed", "患者等患者受益。", "等患者受益。", "患者等群体受益。"),
    ("digits.per-cent-sign", "达到100℅。", "达到100%。", "达到100%。"),
    ("words.spaced-out", "装卸35 T E U。", "装卸35 TEU。", "选项A B型"),
    ("text.salutation", "各县人民政府，市政府各部门；", "各县人民政府，市政府各部门：", "各县人民政府，市政府各部门："),
    ("web.source", "全市推行。（来源：云州市数据局）", "全市推行。", "全市推行（来源不明的除外）。"),
    ("dates.dotted", "2024.11.5发放贷款。", "2024年11月5日发放贷款。", "版本2024.11.5.1发布。"),
    ("contacts.phone", "电话：0571-888866", None, "电话：0571-88886666，热线12345"),
    ("contacts.postcode", "邮编：31000", None, "邮编：310000"),
    ("contacts.mail", "邮箱：data@example,com", None, "邮箱：data@example.com"),
)  # fmt: skip
FIELDS = (
    ("titles.end", {"title": "云州市印发办法。"}, {"title": "云州市印发办法"}),
    ("titles.blank", {"title": "云州市 印发办法"}, {"title": "云州市印发办法"}),
    ("titles.kind-twice", {"title": "关于登记的通知的通知"}, {"title": "关于登记的通知"}),
    ("sources.label", {"source": "来源：云州市数据局"}, {"source": "云州市数据局"}),
    ("sources.end", {"source": "云州市数据局。"}, {"source": "云州市数据局（登记中心）"}),
    ("sources.tracking", {"link": "https://example.org/a?utm_source=x"}, {"link": "https://example.org/a?id=1"}),
    ("sources.local", {"link": "http://192.168.1.2/a"}, {"link": "https://example.org/a"}),
    (
        "names.two-fields",
        {"title": "中国信通院发布报告", "source": "中国信息通信研究院"},
        {"title": "中国信通院发布报告"},
    ),
)


def said(rule, *texts, **fields):
    """Return what one rule says of an article."""
    found = BY_ID[rule]
    return found.signed(found.check(read_article(article(*texts, **fields), SETTING)))


def text_after(finding, text):
    """Return an article's text with a finding's fix."""
    fixed = next(apply_fixes(issue(article(text)), [finding]).articles())
    return plain(fixed.blocks[0].runs)


@pytest.mark.parametrize(("rule", "wrong", "right", "sound"), ROWS, ids=[row[0] for row in ROWS])
def test_a_rule_speaks_of_what_is_wrong_and_leaves_alone_what_only_looks_like_it(rule, wrong, right, sound):
    (finding, *others) = said(rule, wrong)
    start, end = finding.place.span
    assert finding.message
    assert 0 <= start <= end <= len(wrong)
    assert said(rule, sound) == ()
    if right is None:
        assert finding.fix is None
    else:
        mended = text_after(finding, wrong)
        for _ in others:
            mended = text_after(said(rule, mended)[0], mended)
        assert mended == right
        assert said(rule, right) == ()


@pytest.mark.parametrize(("rule", "wrong", "sound"), FIELDS, ids=[row[0] for row in FIELDS])
def test_fields_of_an_article_are_read(rule, wrong, sound):
    (finding,) = said(rule, **wrong)
    assert said(rule, **sound) == ()
    if finding.fix:
        fixed = next(apply_fixes(issue(article(**wrong)), [finding]).articles())
        assert said(rule, title=fixed.title.text, source=fixed.source, link=fixed.link) == ()


PIECES = st.sampled_from(
    [row[1] for row in ROWS] + list("，。、：（）“”《》〔〕%—～-·○ 　\n0123456789年月日约近超过以上倍")
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=12).map("".join))
@settings(deadline=None, max_examples=150)
def test_no_rule_ever_raises_and_places_lie_inside_the_text(text):
    reading = read_article(article(text, title=text[:30], source=text[:20], link=text[:20]), SETTING)
    lengths = {one.place.block: len(one.text) + len(one.anchors) for one in reading.body}
    for rule in ARTICLE_RULES:
        for finding in rule.signed(rule.check(reading)):
            assert all(0 <= start <= end <= len(finding.evidence) for start, end in finding.marks), rule.id
            for place in (finding.place, *finding.also):
                assert place.span is None or 0 <= place.span[0] <= place.span[1], rule.id
                assert place.span is None or not place.block or place.span[1] <= lengths[place.block], rule.id


TABLES = (
    "renamed",
    "misnamed",
    "short_names",
    "phrases",
    "variants",
    "formulas",
    "territory",
    "units",
    "unit_names",
    "latin",
)


@pytest.mark.parametrize("name", TABLES)
def test_plain_words_of_a_table_stand_in_whatever_its_patterns_match(name):
    for (wrong, *_), entry in zip(rows(name), sought(name), strict=True):
        assert entry.needles == needles(wrong)
        assert entry.source or name == "latin"


@pytest.mark.parametrize(
    ("pattern", "plain_words"),
    [
        ("国土资源(?:厅|局)", ("国土资源",)),
        ("(?<!国家)工商局|质监局", ("工商局", "质监局")),
        ("(?:很|非常)(?:十分)", ()),
        ("的(?:居民)?来华", ("来华",)),
        ("截[止至]到?目前为止", ("目前为止",)),
    ],
)
def test_plain_words_of_a_pattern(pattern, plain_words):
    assert needles(pattern) == plain_words
