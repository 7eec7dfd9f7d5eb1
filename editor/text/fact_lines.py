"""Lines that name a source, an address, a day or a code to scan: known once, for readers, cleaning and checks.

Readers may know further words, where only they meet them: a web page writes 转载自 and From.
"""

import datetime as dt
import re

from editor.text.characters import ends_sentence
from editor.text.dates import find_date

SOURCE_LABEL = (
    r"(?:(?:信息|文章|稿件|新闻|内容|文稿|消息|资讯|本文)?[来來]\s?源(?:单位)?|稿\s?源|(?:文章)?出\s?处"
    r"|信息提供|供稿(?:单位|部门)?)"
)
"""What is written before the source of an article."""
FIGURE_LABEL = r"(?:(?:图片|资料|数据|图表|摄影)来源|图源)"
"""What is written before the source of a figure or of numbers."""
DATE_LABEL = r"(?:(?:发布|发表|发文|刊发|发稿|印发|成文|更新)(?:时间|日期))"
"""What is written before the day of an article."""

_OPEN, _CLOSE = r"(?P<open>[（(【\[])?\s*", r"\s*(?P<close>[）)】\]])?"
_NAME = r"\s*(?P<name>\S.{0,58}?)"
_NESTED = r"[^（()）【】]{2,60}?(?:[（(][^（()）]*[）)][^（()）]{0,20})?"
_LINE = re.compile(rf"{_OPEN}{SOURCE_LABEL}\s*[:：|｜丨]{_NAME}{_CLOSE}")
_FIGURES = re.compile(rf"{_OPEN}{FIGURE_LABEL}\s*[:：]{_NAME}{_CLOSE}")
_TAIL = re.compile(
    rf"[（(【\[]\s{{0,9}}(?:资料来源|{SOURCE_LABEL})\s{{0,9}}[:：]\s{{0,9}}({_NESTED})\s{{0,9}}[）)】\]]\s{{0,9}}$"
)
_ADDRESS = re.compile(r"[（(]?(?:([^:：\s]{2,10}[:：]?)\s*)?[<＜]?\s*(https?://[!-;=?-~]+)\s*[>＞]?[）)]?", re.ASCII)
_DATED = re.compile(rf"(?:{DATE_LABEL})\s*[:：]\s*(\S.{{5,24}})")
_CARD = re.compile(r"二维码|扫码|扫一扫|阅读(?:或下载)?(?:全文|原文)|下载(?:全文|原文件)|查看(?:全文|原文)")
_LONGEST_CARD = 40


def source_of_line(line: str) -> str:
    """Return the source that a whole line names, as （来源：X）; empty for another line."""
    return _named(_LINE, line)


def figure_source_of_line(line: str) -> str:
    """Return the source of a figure that a whole line names, as 图片来源：X; empty for another line."""
    return _named(_FIGURES, line)


def source_at_end(text: str) -> tuple[str, int]:
    """Return the source in brackets at the end of a text, and where it begins; empty and the length for none."""
    match = _TAIL.search(text)
    return (match[1].strip(), match.start()) if match else ("", len(text))


def address_of_line(line: str) -> tuple[str, str]:
    """Return the label and the address that are all of a line, as 原文链接：<https://…>; empty for another line."""
    match = _ADDRESS.fullmatch(line.strip())
    if match is None:
        return "", ""
    address = match[2]
    # a bracket around the whole is none of the address
    around = line.lstrip()[:1] in "（(" and address.count(")") > address.count("(")
    return match[1] or "", address[:-1] if around else address


def date_of_line(line: str) -> dt.date | None:
    """Return the day that is all of a line after a label such as 发布时间; None for another line."""
    match = _DATED.fullmatch(line.strip("（()） 　"))
    return find_date(match[1]) if match else None


def is_card_line(line: str) -> bool:
    """Return whether a line is what stands beside a code to scan, e.g. 扫码阅读原文."""
    return len(line) <= _LONGEST_CARD and has_card_words(line) and line[-1:] not in "，、" and not ends_sentence(line)


def has_card_words(text: str) -> bool:
    """Return whether a text speaks of a code to scan."""
    return bool(_CARD.search(text))


def _named(form: re.Pattern[str], line: str) -> str:
    match = form.fullmatch(line.strip())
    if match is None:
        return ""
    name = match["name"]
    if match["close"] and not match["open"]:
        # the bracket belongs to the name: 来源：云州市数据局（大数据中心）
        name += match["close"]
    return name.strip()
