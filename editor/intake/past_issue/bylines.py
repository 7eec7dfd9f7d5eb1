"""Who wrote an article, in the line under its title."""

import re

from editor.intake.past_issue.bodies import DOES, is_body, is_person
from editor.intake.past_issue.sources import SourceNote, source_name
from editor.text.characters import is_han

_LONGEST_BYLINE = 40
_BY = re.compile(
    r"[（(]?(?:[□◇○◎△☆■●▲]\s*)?(?:(?:文|图文)\s*[/／|｜丨:：]|(?:作者|撰稿|撰文|执笔人?|供稿|报送单位?|整理|编译|编写|采写"
    r"|(?:提案|建议|反映|报告|主讲|讲述|口述|起草|推荐|来稿|发言)(?:人|者|单位))\s*(?:[/／:：|｜丨]|[\s　])"
    r"|(?=(?:本刊|本报|本网|特约|见习|首席){0,3}(?:记者|通讯员|评论员|实习生|撰稿人|撰稿员)[\s　:：]+))|[□◇○◎△☆■●▲]\s*"
)
_LONGEST_POST = 20
_POST = re.compile(
    r"(?:教授|研究员|讲师|主任|书记|[局处科院校馆所会部]长|秘书长|委员|代表|博士|硕士|工程师|经济师|记者|编辑|律师|医师|教师|学者)$"
)
_SURELY = re.compile(
    r"(?:局|办公室|委员会|办|厅|政府|大学|学院|委|公司|银行|中心|[支大总]队|党校|工商联|妇联|管委会|编辑部|[^小]组|法院|检察院"
    r"|[局厅部委院会府][^，。]{0,12}(?:(?:[^学百专本文理]|管理)科|处|股))$"
)
_OWN = re.compile(r"本[刊报网站](?:编辑)?(?:综合|整理|编译|摘编|汇编|采写)(?:整理|报道)?")
# a post and who has it, as in 市政协委员王某某
_POSTED = re.compile(
    r"(.{2,18}(?:委员|代表|[局处科院校馆所会部县市镇乡]长|主任|书记|教授|研究员|记者|通讯员))(\w{2,3})"
)


def byline(text: str) -> SourceNote | None:
    """Return who wrote an article, or its day, of a line under its title; None for another line."""
    bare = text.strip()
    if (
        len(bare) > _LONGEST_BYLINE
        or bare[-1:] in "。；！？：，、"
        or "：" in bare[6:]
        or bare.startswith(("——", "--"))
    ):
        return None
    labelled = _BY.match(bare)
    inner = bare[labelled.end() :] if labelled else bare
    inner = inner.strip("（()）[]【】 \u3000")
    note = source_name(inner)
    if not note.name:
        return note if note.day else None
    if labelled or _OWN.fullmatch(note.name):
        return note
    parts = _people_closed(note.name)
    people = all(map(is_person, parts)) or (len(parts) == 1 and _is_posted(note.name))
    if len(parts) > 1 and is_person(parts[0]) and all(is_person(one) or _is_post(one) for one in parts[1:]):
        return SourceNote(name=note.name, day=note.day, left=note.left)
    bodies = is_body(parts[0]) and all(_is_named(part) for part in parts[1:])
    alone = len(parts) == 1 and not note.day
    if people or (bodies and not (alone and (DOES.search(note.name) or not _SURELY.search(note.name)))):
        return SourceNote(name=note.name, day=note.day, left=note.left, sure=not people)
    return None


def _is_named(part: str) -> bool:
    """Return whether a word behind a body's name may be a person, pen names too, or another body."""
    return is_body(part) or (2 <= len(part) <= 4 and all(map(is_han, part)) and not DOES.search(part))


def _is_posted(name: str) -> bool:
    """Return whether a name is a person's behind the post, without a blank between."""
    match = _POSTED.fullmatch(name)
    return bool(match and is_person(match[2]) and not DOES.search(match[1]))


def _is_post(part: str) -> bool:
    """Return whether a word behind a person's name says where or what that person is."""
    return is_body(part) or (len(part) <= _LONGEST_POST and bool(_POST.search(part)))


def _people_closed(name: str) -> list[str]:
    """Return the words of a name; a person's two letters with blanks between are one."""
    made: list[str] = []
    for part in re.split(r"[\s\u3000、，]+", name):
        if len(part) == 1 and made and len(made[-1]) == 1:
            made[-1] += part
        else:
            made.append(part)
    return made
