"""What a page or a text says of itself in words: source and date on lines of many forms."""

import datetime as dt
import re
from dataclasses import dataclass

from editor.intake.web.days import any_date
from editor.text.fact_lines import DATE_LABEL, SOURCE_LABEL, address_of_line

# what only pages write stands beside what is known of every text
_SOURCE_LABEL = (
    rf"(?:{SOURCE_LABEL}|[来來]\s+源|稿\s+源|(?:发布|答复|回复)(?:单位|机构|部门)|转载自|转自|摘自|原载|Source|From)"
)
# 数据来源, 图片来源 and the like name where something else comes from
_SOURCE = re.compile(rf"(?<![数据图片资料])(?:{_SOURCE_LABEL})\s*[:：|｜丨]\s*[\s|｜]*(.*)")
_OTHERS = (
    r"(?:责任|本文)?(?:编辑|编审|审核|校对)|作者|记者|撰稿|通讯员|发布者|发布人|(?:发布|发文|发表|更新|公开|上传|录入)?(?:时间|日期)"
    r"|浏览|点击|阅读|访问|字号|字体|打印|分享|关闭|收藏|评论|小字号|大字号|Updated|Published|Author|Editor"
)
_END = re.compile(
    rf"[\u2003\u3000\u00a0，；]|\s+[\u4e00-\u9fff]{{2,6}}\s*[:：]|\s{{2,}}|\s*[|｜丨\[\]【】<>]|\s(?=(?:{_OTHERS}))|(?:{_OTHERS})\s*[（(量数次]?[^:：]{{0,4}}[:：]"
    r"|\s*(?:19|20)\d\d\s*[-年/.]"
)
# when somebody printed or saved a page, and when what it tells of takes place
_NOT_ITS = "打印 列印 下载 保存 导出 访问 查询 截止 截至 报名 会议 活动 施行 实施 来信 提问 留言 咨询"
_NOT_ITS_LABEL = "".join(f"(?<!{word})" for word in _NOT_ITS.split())
_DATE_LABEL = re.compile(
    rf"{_NOT_ITS_LABEL}(?:编辑于|发布|[發发][佈布布]|发文|发表|公开|刊发|印发|上传|录入|生成|发稿|时间|日期|Published|[Pp]osted|Date)[^:：\d]{{0,6}}[:：]?[\s\u3000]*(?=\d|[A-Z])"
)
_NOT_ITS_DATE = re.compile(
    r"(?:打印|列印|下载|保存|导出|访问|查询)(?:时间|日期)|今天是|今日|星期|截[至止]|成文|有效期|农历"
)
# 更新时间 beside source, author or count is the day of entry, as old systems of sites write it
_ENTRY = re.compile(r"来源|作者|录入|点击|阅读|浏览")
_UPDATED = re.compile(r"(?:更新|Updated|Last)[^:：]{0,6}[:：]")
_TIME = re.compile(r"\d{1,2}[:：]\d{2}")
_LONGEST_SOURCE, _LONGEST_LINE = 40, 160
_MEDIUM = re.compile(
    r"[\u4e00-\u9fffA-Za-z·]{1,18}(?:[日晚早商时周党]报|[网报社刊局委厅部办院所馆处科校站会]|政府|中心|集团|公司|大学|街道|发布|客户端|新闻|频道|在线|传媒|融媒|电视台|广播|云|政务|协会|学会|杂志)"
)
_ENGLISH_MEDIUM = re.compile(
    r"(?:[A-Z][\w.'&-]{0,20} ){0,4}(?:\w{2,12})?(?:daily|news|times|post|herald|journal|gazette|xinhua|weekly)",
    re.IGNORECASE,
)
# 《…》2024年第3期: which issue of a periodical a text is from
_PERIODICAL = re.compile(r"《[^《》]{2,30}》\s?(?:(?:19|20)\d\d年)?第\s?\d{1,4}\s?[期卷号]")
# what is done with a text, and buttons, that end like names
_NO_NAME = re.compile(
    r".{0,4}(?:首次|首发|最近|最新|最后|定时|重新|公开|正式|刚刚|已经?|立即|点击|一键)(?:发布|更新|修改|编辑|下载)"
    r"|.{0,4}(?:播报|听报|举报|海报|客服)|(?:手机|下载|打开|移动)客户端|(?:网站|本站|设为|返回)[^报]{0,4}"
)
# where anybody writes: no body that could be named as a source
_GATHERING = re.compile(r"(?:论坛|博客|社区|贴吧|空间|BBS|Blog|Forum)(?:网|首页)?$", re.IGNORECASE)
_BY_WAY = re.compile(
    r"[\u4e00-\u9fff]{2,8}(?:网|客户端)\s?[－—–-]{1,2}\s?(?:《([^《》]{2,20})》|([\u4e00-\u9fff]{2,16}(?:报|社|周刊|杂志|电视台)))"
)
_OWN_SITE = frozenset(("本站", "本网", "本网站", "本站原创", "原创", "本站编辑", "本报", "互联网", "网络", "转载"))
_SOURCE_TAIL = re.compile(
    rf"[（(【\[]\s{{0,9}}(?:{_SOURCE_LABEL})\s{{0,9}}[:：]\s{{0,9}}([^（()）】\]]{{2,40}}?)[）)】\]]\s{{0,9}}$"
)
_SOURCE_LINE = re.compile(rf"(?:{_SOURCE_LABEL})\s*[:：|｜丨/]\s*(\S[^。，；]{{0,40}})")
# the issue and page of a paper below its article: 《人民日报》（2026年11月5日 第5版）
_PAPER_LINE = re.compile(
    r"[（(]?\s{0,3}(?:原载)?《\s?([^《》]{2,20}?)\s?》\s?[（(]?\s?(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日[^（）()《》。，；]{0,16}[）)]"
)
_DATE_LINE = re.compile(rf"{DATE_LABEL}\s*[:：]\s*([\d年月日./: -]{{8,24}})")
_ADDRESS_LABEL = re.compile(r"(?:(?:原文|网页|本文)?(?:链接|地址|网址|原文)[:：]?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """What a line says. source: empty for none; labelled: whether the date is named as that of publication."""

    source: str = ""
    date: dt.date | None = None
    labelled: bool = False
    waits: bool = False


def read_credit(line: str) -> Credit:
    """Return the source and the date on a line of facts. waits: it ends in 来源：, so that the next line is the source.

    line: with a wide blank between the texts of its elements.
    """
    if len(line) > _LONGEST_LINE:
        return Credit()
    if _PERIODICAL.fullmatch(line.strip()):
        return Credit(source=line.strip())
    found = _SOURCE.search(line)
    source = source_name(found[1]) if found else ""
    if found and found[0].startswith(("发布", "答复", "回复")):
        # 发布机构：办公室 来源：某报
        found = _SOURCE.search(line, found.start(1)) or found
        source = source_name(found[1]) or source
    date, labelled = _line_date(line)
    labelled = labelled or bool(source and date)
    return Credit(
        source=source, date=date, labelled=labelled, waits=found is not None and not found[1].strip(" \u2003\u3000")
    )


def unlabelled_source(line: str) -> str:
    """Return the part of a line with a date that looks like a medium or an office, empty where none does."""
    parts = re.split(r"[\u2003\u3000\u00a0|｜丨·]|\s{2,}|(?<=[\d日])\s+(?=[^\d\s:：])|\s+(?=(?:19|20)\d\d)", line)
    return next((bare for part in parts if is_medium(bare := part.strip()) or _ENGLISH_MEDIUM.fullmatch(bare)), "")


def source_name(words: str) -> str:
    """Return a source without what stands behind it on its line."""
    bare = words.lstrip(" \t\u2003\u3000\u00a0|｜:：")
    issue = _PERIODICAL.match(bare)
    if issue:
        return issue[0]
    end = _END.search(bare)
    name = bare[: end.start()] if end and end.start() else bare
    name = original_name(name.strip(" \u3000\u00a0\u2003·-—_，,;；()（）《》[]【】“”\"'"))
    return name if len(name) <= _LONGEST_SOURCE else ""


def original_name(source: str) -> str:
    """Return the paper of a source that also names the site it was taken over by: 人民网－人民日报."""
    match = _BY_WAY.fullmatch(source)
    return match[1] or match[2] if match else source


def _line_date(line: str) -> tuple[dt.date | None, bool]:
    label = _DATE_LABEL.search(line)
    if label:
        date = any_date(line[label.end() :])
        if date:
            return date, True
    if _NOT_ITS_DATE.search(line) and not _TIME.search(line):
        return None, False
    if "更新时间" in line and not (_TIME.search(line) or _ENTRY.search(line)):
        return None, False
    return any_date(_UPDATED.split(line)[0]) or any_date(line), False


def is_own_site(source: str) -> bool:
    """Return whether a source only says that it is the site itself: 本站."""
    return source in _OWN_SITE


def source_at_end(text: str) -> tuple[str, str] | None:
    """Return text without the source in brackets at its end, and the source; None where there is none."""
    match = _SOURCE_TAIL.search(text)
    return (text[: match.start()].rstrip(), source_name(match[1])) if match else None


def source_line(text: str) -> str:
    """Return the source that a line of its own names, empty for another line."""
    whole = source_at_end(text)
    if whole and not whole[0]:
        return whole[1]
    paper = _PAPER_LINE.fullmatch(text.strip())
    if paper:
        return paper[1]
    match = _SOURCE_LINE.fullmatch(text.strip())
    name = source_name(match[1]) if match else ""
    # not where more stands on the line
    return name if match and len(name) >= len(match[1].strip()) - 2 else ""


def address_line(text: str) -> str:
    """Return the address that is all of a line, but for a label and brackets; empty for another line."""
    label, address = address_of_line(text)
    return address if _ADDRESS_LABEL.fullmatch(label) else ""


def is_medium(words: str) -> bool:
    """Return whether words look like the name of a medium or an office."""
    return _MEDIUM.fullmatch(words.strip()) is not None and not _NO_NAME.fullmatch(words.strip())


def is_gathering(site: str) -> bool:
    """Return whether a site's name is that of a forum or of blogs, which is no source."""
    return _GATHERING.search(site) is not None


def date_line(text: str) -> dt.date | None:
    """Return the date that is all of a line after a label such as 发布时间; None for another line."""
    match = _DATE_LINE.fullmatch(text.strip())
    return any_date(match[1]) if match else None
