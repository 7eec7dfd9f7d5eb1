"""Sentences that are built wrong: two patterns mixed, no subject, words and joints that do not go together.

Tables with the kind of fault in each row; hints, since a person has to rebuild the sentence.
"""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.rule import ArticleRule
from editor.checks.tables import listed, listed_around, pointed, sought
from editor.checks.words import HAN, told
from editor.model.language import tr
from editor.text.typing.forms import slips

# 通过抽查，使质量提高: what is the subject of 使 stands behind 通过
_NO_SUBJECT = re.compile(
    rf"(?:^|(?<=[。；]))((?:通过|经过|随着|由于|借助|凭借)[^，。；：]{{2,26}}，)(使得?(?![用命者团节馆])|让(?!利|渡))(?=[{HAN}])",
    re.MULTILINE,
)
# words that hardly ever stand before a noun, and those that do so often
_ADVERBS = (
    "高兴|认真|仔细|积极|迅速|努力|热情|耐心|及时|自觉|主动|稳步|有序|扎实|坚决|不断|逐步|牢固|切实|默默|顺利|激动|自豪|快乐|愉快"
    "|慢慢|悄悄|静静|急忙|匆匆|紧紧|深深|渐渐|亲切|开心|欣喜|动情|感慨|平稳|大声|小声|满意|无奈|细心|精心|用心|专注|随意|频繁"
)
_EITHER = "大力|深入|广泛|准确|严格|充分|全面|科学|合理|精准|客观|公正|清醒|深刻|持续|稳妥|妥善|高效|有效"
_VERBS = (
    "跑|走|说(?!法|明)|告诉|介绍|开展|推进|推动|落实|做好|抓好|完成|参加|参与|回答|投入到|投身|站|坐|拉着|握|看着|听|笑|唱|讲述"
    "|接受|倾听|征求|解答|讲解|询问|记录|检查|清点|观看|聆听|排查|安抚|疏导|擦拭|翻看|把|将|向|对待|实施|提高|增强|促进|加强|打开|拿|写下|算|等|点头|排队|喊|迎|走进|围|赶"
    "|梳理|分析|核对|核实|总结|听取|回应|贯彻|履行|查找|剖析|谋划|摸排|走访|整改"
)
_DONE = "开展|推进|推动|落实|做好|抓好|完成|把|将|促进|解决"
# four characters that tell how something is done
_WHOLLY = (
    "坚定不移|扎扎实实|实实在在|原原本本|不折不扣|持之以恒|毫不动摇|毫不犹豫|锲而不舍|旗帜鲜明|义无反顾|全心全意|一心一意|因地制宜"
    "|千方百计|想方设法|脚踏实地|一如既往|始终如一|循序渐进|有条不紊|积极主动|认认真真|踏踏实实|老老实实|真心实意|心甘情愿|争先恐后"
)
_THEN = "走|把|将|抓|向|完成|做好|维护|推动|推进|执行|履行|坚持|支持|反对|投入到|干好|宣传|服务"
_NOT_AFTER = rf"(?!的|者|工作|情况|过程|能力|方案|力度|水平|作用|需要|要求|态度|精神|姿态|[{HAN}]{{0,4}}的)"
# each begins with the particle, so that it is found quickly; the words before it are of two characters
_DE_FOR_DI = re.compile(
    rf"的(?:(?<=(?:{_ADVERBS})的)(?=(?:{_VERBS}){_NOT_AFTER})|(?<=(?:{_EITHER})的)(?=(?:{_DONE}){_NOT_AFTER})"
    rf"|(?<=(?:{_WHOLLY})的)(?=(?:{_THEN}){_NOT_AFTER}))"
)
_WELL = (
    "有声有色|红红火火|淋漓尽致|井井有条|如火如荼|热火朝天|扎扎实实|有模有样|很好|很快|不错|越来越好|怎么样"
    "|更加?(?:安心|舒心|放心|舒适|幸福|方便|便捷|便利|体面|有尊严|红火|踏实)"
    "|(?:十分|非常|比较|更加|更为)(?:明显|顺利|扎实|到位|成功|出色|及时|突出)"
)
_HOW = (
    rf"又[{HAN}]又[{HAN}]|"
    "很|非常|十分|特别|更加?|越来越|不错|好不好|怎么样|太|挺|有声有色|红红火火|淋漓尽致|井井有条|如火如荼|热火朝天|满头大汗"
    rf"|[{HAN}]不动|[{HAN}]不了|[{HAN}]不[过起出下]|快|慢|稳|好(?=[，。；])|远|细|实(?=[，。；])"
)
_DEGREE = re.compile(
    rf"的(?<=(?:生活|居住|工作|学习|成长|开展|建设|改善|发展|推进|落实|完成|管理|组织|恢复|变化|增长|打造|表现|执行|配合)的)(?=(?:{_WELL})(?=[，。；！”]))"
    rf"|的(?<=[走跑干做说讲学过变长搞抓唱写吃睡穿住玩忙办老累热冷美算管种养修笑打收卖盖]的)(?<!所.的)(?=(?:{_HOW})(?![{HAN}]{{0,3}}的))"
)
_DI_FOR_DE = re.compile(
    r"地(?<=(?:重要|主要|美好|良好|显著|巨大|重大|丰富|广大|优秀|先进|坚实|伟大|宝贵|突出|关键)地)"
    r"(?=(?:意义|作用|成绩|成果|贡献|影响|问题|变化|任务|措施|经验|生活|环境|条件|基础|保障|原因|力量|支持|进展|成效|机遇|挑战|困难|群众|地位))"
)
_DE_FOR_DEGREE = re.compile(
    r"的(?:(?<=显的)(?<![明凸彰浅]显的)(?=尤为|更加?|十分|格外|很|有些)"
    r"|(?<=觉的)(?<![感视听知味嗅触自直错幻发]觉的)(?=[很这我他她自有应可])"
    r"|(?<=值的)(?<![产价数净市面峰估均比阈]值的)(?=一提|我们|学习|推广|借鉴|肯定|注意|关注|提倡|表扬|期待|尊敬|信赖|深思)"
    r"|(?<=[取获赢]的)(?<![录提收领争猎]取的)(?=了|好评|圆满|一致好评|广泛赞誉)"
    r"|(?<=使的)(?<![行驱天大迫即促]使的)(?=我们|群众|全[市县省区]|企业|人们)|(?<=懂的)(?=了|如何|怎样|感恩))"
)


def mixed(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield what the tables of grammar and of words that do not go together have."""
    rows = (*listed(reading, sought("grammar")), *listed_around(reading, pointed("collocations")))
    for found, entry in rows:
        what, kind = entry.others
        message = tr("{kind}：“{found}”", kind=kind, found=found[0])
        yield told(found, message, group=1 if entry.right else 0, detail=what, becomes=entry.right or None)


def confused(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield words that their neighbours show to be taken for others, of the table: 数据显式, 必需坚持."""
    for found, entry in listed_around(reading, pointed("confused")):
        start, end = found.span(1)
        if any(slip.start < end and start < slip.end for slip in slips(found.passage.masked)):
            continue
        message = tr("“{wrong}”应为“{right}”", wrong=found[1], right=entry.right)
        yield told(found, message, group=1, detail=entry.others[0], becomes=entry.right)


def no_subject(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 通过…，使…: a sentence without a subject; the fix takes 使 out where the rest then reads on."""
    for found in reading.whole.find(_NO_SUBJECT):
        message = tr("“{one}…，{other}…”缺主语", one=found[1][:2], other=found[2])
        yield told(found, message, detail=tr("删去“通过”等词，或删去“使”。"))


def particles(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 的 for 地 and 得, and the other way round, where the words beside leave no doubt."""
    for pattern, right in ((_DE_FOR_DI, "地"), (_DEGREE, "得"), (_DI_FOR_DE, "的"), (_DE_FOR_DEGREE, "得")):
        for found in reading.whole.find(pattern):
            if any(slip.start <= found.span()[0] < slip.end for slip in slips(found.passage.masked)):
                continue
            message = tr("“{wrong}”应为“{right}”", wrong=found[0], right=right)
            yield told(found, message, detail=_DE, becomes=right)


_DE = tr("“的”在名词前，“地”在动词前，“得”在动词、形容词后。")
RULES = (
    ArticleRule(
        id="words.grammar",
        title=tr("语病"),
        level=Level.INFO,
        check=mixed,
        why=tr("句式杂糅、搭配不当、成分残缺、否定不当等是编校差错"),
    ),
    ArticleRule(
        id="words.no-subject",
        title=tr("“通过…使…”缺主语"),
        level=Level.INFO,
        check=no_subject,
        why=tr("介词短语不作主语"),
    ),
    ArticleRule(
        id="words.confused",
        title=tr("易混词用错"),
        level=Level.WARNING,
        check=confused,
        why=tr("前后文表明是另一个词"),
    ),
    ArticleRule(
        id="words.particles",
        title=tr("“的”“地”“得”混用"),
        level=Level.WARNING,
        check=particles,
        why=tr("《现代汉语词典》“的”“地”“得”的分工"),
    ),
)
