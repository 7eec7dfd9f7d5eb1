"""Labels at the beginning of a line on the credits page."""

import re

_SPLIT = re.compile(r"[\s:：]+")
_ROLES = (
    "指导单位",
    "主管单位",
    "主办单位",
    "主办",
    "承办单位",
    "承办",
    "协办单位",
    "协办",
    "支持单位",
    "学术支持",
    "技术支持",
    "编辑单位",
    "编印",
    "编制",
    "出品",
    "出版",
    "主编单位",
    "联合主编",
    "主编",
    "副主编",
    "执行主编",
    "执行副主编",
    "总编辑",
    "总编",
    "副总编辑",
    "编委会",
    "编委",
    "编委会主任",
    "编辑部",
    "编辑",
    "执行编辑",
    "责任编辑",
    "美术编辑",
    "文字编辑",
    "特约编辑",
    "值班编辑",
    "值班主任",
    "责任校对",
    "校对",
    "审核",
    "审校",
    "终审",
    "顾问",
    "学术顾问",
    "主任",
    "副主任",
    "编审",
    "策划",
    "统筹",
    "设计",
    "美编",
    "排版",
    "翻译",
    "撰稿",
    "供稿",
    "摄影",
    "发行",
    "印刷",
    "监制",
    "签发",
    "审定",
    "撰写",
    "编写",
    "编校",
    "研究团队",
    "课题组",
    "作者",
    "主送",
    "报送",
    "抄报",
    "抄送",
    "分送",
    "印数",
    "共印",
    "编",
    "编者",
    "责编",
    "编译",
    "译校",
    "摘编",
    "整理",
    "核稿",
    "审稿",
    "审签",
    "审阅",
    "审读",
    "签批",
    "核发",
    "初审",
    "复审",
    "编发",
    "编录",
    "采编",
    "录入",
    "值班",
    "值班领导",
    "值班员",
    "值班人员",
    "带班领导",
    "校核",
    "复核",
    "拟稿",
    "统稿",
    "文字",
    "印发机关",
    "印发日期",
    "发送对象",
    "发送范围",
    "印发范围",
    "发行范围",
    "印制",
    "印",
    "呈报",
    "呈送",
    "分发",
    "阅送",
    "发至",
    "联系处室",
)
_CONTACTS = (
    "咨询电话",
    "联系电话",
    "电话",
    "热线",
    "传真",
    "邮箱",
    "电子邮箱",
    "投稿邮箱",
    "邮件",
    "地址",
    "编辑地址",
    "通讯地址",
    "联系地址",
    "邮编",
    "邮政编码",
    "网址",
    "网站",
    "官网",
    "新媒体",
    "公众号",
    "微信",
    "微信公众号",
    "微博",
    "联系人",
    "联系方式",
    "订阅",
    "投稿",
    "手机",
    "内线",
    "联系",
)
_KNOWN = frozenset((*_ROLES, *_CONTACTS, "e-mail", "email", "qq"))
_ROLE_ENDINGS = ("单位", "编辑", "主编", "支持", "校对", "编委会", "顾问", "主任", "助理", "审核", "部门")
_CONTACT_ENDINGS = ("电话", "邮箱", "地址", "传真", "网址", "公众号", "热线", "邮编", "媒体", "微信")


def split_label(text: str) -> tuple[str, str]:
    """Return (label, rest) of a line. A label may be spaced, 主 编; the longest known one wins."""
    tokens = [token for token in _SPLIT.split(text.strip()) if token]
    if not tokens:
        return "", ""
    spaced = 0
    while spaced < len(tokens) and len(tokens[spaced]) == 1:
        spaced += 1
    for count in range(min(len(tokens), max(spaced, 1)), 0, -1):
        label = "".join(tokens[:count])
        if is_label(label):
            return label, _rest(text, label)
    label = "".join(tokens[:spaced]) if 1 < spaced < len(tokens) else tokens[0]
    return label, _rest(text, label)


def is_label(label: str) -> bool:
    """Return whether a word is known as a role or a contact."""
    short = len(label) <= 8
    return label.casefold() in _KNOWN or (short and label.endswith((*_ROLE_ENDINGS, *_CONTACT_ENDINGS)))


def is_contact_label(label: str) -> bool:
    """Return whether a word names a way to reach the board."""
    known = label in _CONTACTS or label.casefold() in ("e-mail", "email", "qq")
    return known or label.endswith(_CONTACT_ENDINGS)


def _rest(text: str, label: str) -> str:
    """Return what follows the label, the blanks inside it not counted."""
    at = 0
    for char in label:
        at = text.index(char, at) + 1
    return text[at:].strip(" \t\u3000:：")
