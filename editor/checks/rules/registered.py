"""Names against the office's registers: one name per organisation, hosts of sources, known short names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from editor.checks.context import ArticleTexts, Context
from editor.checks.finding import ChangedName, FindingField, FindingLocation, Fix, Level, RuleHit, TextEdit
from editor.checks.passage import Passage
from editor.checks.rule import ArticleRule, IssueRule
from editor.checks.words import HAN, edit, hit
from editor.model.block_kinds import as_figure
from editor.model.credits import NameKind
from editor.model.language import tr
from editor.model.registers import Person, Term, term_named
from editor.text.links import host_of

# platforms whose host does not tell who publishes there
_SHARED_HOSTS = ("mp.weixin.qq.com",)
_NICKNAME = re.compile(r"“([^“”《》\n]{1,8}[一二三四五六七八九十百]{1,3}条)”")
_INTRODUCED = re.compile(r"(?:[简下统]称|称为|称作|叫作?)[为作：:]?$")
_Named = Term | Person


def alias(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield sources, of the article and its figures, written by an alias of the register; the fix writes the name."""
    whole = reading.article.source
    term = _named_otherwise(reading, whole)
    if term:
        place = reading.place(FindingField.SOURCE)
        made = TextEdit(place=place, was=whole, text=term.name)
        yield RuleHit(
            place=place,
            message=_alias_words(term.name),
            evidence=whole,
            marks=((0, len(whole)),),
            fix=Fix(edits=(made,), shown=term.name),
        )
    for figure, passage in zip(map(as_figure, reading.article.blocks), reading.body, strict=True):
        found = _named_otherwise(reading, figure.source) if figure else None
        if found and figure:
            end = len(passage.text)
            yield hit(passage, (end - len(figure.source), end), _alias_words(found.name), becomes=found.name)


def foreign_host(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a link on another host than those registered for its source; a shared platform fits every source."""
    term = term_named(reading.setting.registers.sources, reading.article.source.strip())
    link = reading.article.link
    host = host_of(link).removeprefix("www.")
    if term is None or not term.hosts or not host or any(_is_on(host, one) for one in (*term.hosts, *_SHARED_HOSTS)):
        return
    yield RuleHit(
        place=reading.place(FindingField.LINK),
        message=tr("链接在 {host}，不在“{name}”的网站上", host=host, name=term.name),
        detail=tr(
            "名录里“{name}”的网站是 {hosts}。网站换了，请在“标签与名录”里补上。",
            name=term.name,
            hosts=tr("、").join(term.hosts),
        ),
        evidence=link,
        marks=((0, len(link)),),
    )


def _named_otherwise(reading: ArticleTexts, source: str) -> Term | None:
    """Return the term of a source that is written by an alias."""
    term = term_named(reading.setting.registers.sources, source.strip()) if source.strip() else None
    return term if term and term.name != source.strip() else None


def nickname(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield the first “…条” that neither the article explains nor the register knows as a 简称."""
    known = {short for term in reading.setting.registers.documents for short in term.aliases}
    reported: set[str] = set()
    for passage in reading.body:
        for match in _NICKNAME.finditer(passage.text):
            name = match[1]
            if name in reported or name in known or _INTRODUCED.search(passage.text[: match.start()]):
                reported.add(name)
                continue
            reported.add(name)
            message = tr("“{name}”没有交代全称，名录里也没有这个简称", name=name)
            yield replace(
                hit(passage, match.span(), message), detail="全称请在“标签与名录”的文件名里登记，以后就认得。"
            )


def organisation(context: Context) -> Iterator[RuleHit]:
    """Yield titles and credits in which an organisation has another name than in an earlier one."""
    registers = context.setting.registers
    bodies: list[_Named] = [one for one in registers.people if one.kind is NameKind.ORGANISATION]
    bodies += registers.bodies
    aliased = [one for one in bodies if one.aliases]
    yield from _mixed_titles([reading.title for reading in context.readings], aliased)
    yield from _mixed_credits(context, aliased)


def _mixed_titles(titles: Iterable[Passage], bodies: list[_Named]) -> Iterator[RuleHit]:
    first: dict[str, str] = {}
    for title in titles:
        for body in bodies:
            name = next((one for one in _names(body) if _begins(title.text, one)), "")
            if name and first.setdefault(body.uid, name) != name:
                message = tr("前面的标题写“{first}”，这里写“{name}”", first=first[body.uid], name=name)
                at = title.text.index(name)
                found = hit(title, (at, at + len(name)), message, detail=tr("说的是同一个单位，一期里宜用一个名称。"))
                new = first[body.uid]
                yield replace(found, fix=Fix(edits=(edit(title, (at, at + len(name)), new),), shown=new))


def _mixed_credits(context: Context, bodies: list[_Named]) -> Iterator[RuleHit]:
    first: dict[str, str] = {}
    for credit in context.issue.credits:
        for name in credit.names:
            body = next((one for one in bodies if name.text in _names(one)), None)
            if body and first.setdefault(body.uid, name.text) != name.text:
                yield RuleHit(
                    place=FindingLocation(where="credits", field=FindingField.CREDITS, block=credit.uid),
                    message=tr(
                        "“{role}”写“{text}”，前面写“{first}”", role=credit.role, text=name.text, first=first[body.uid]
                    ),
                    detail=tr("名录里这是同一个单位，一期里宜用一个名称。"),
                    evidence=name.text,
                    marks=((0, len(name.text)),),
                    subject=f"{first[body.uid]}\n{name.text}",
                    fix=Fix(
                        edits=(ChangedName(credit=credit.uid, was=name.text, name=first[body.uid]),),
                        shown=first[body.uid],
                    ),
                )


def _names(body: _Named) -> tuple[str, ...]:
    """Return name and aliases, the longest first: 数据局 is in 国家数据局 too."""
    return tuple(sorted((body.name, *body.aliases), key=len, reverse=True))


def _begins(text: str, name: str) -> bool:
    """Return whether a title begins with the name: in the middle of hanzi it may be the end of another name."""
    return bool(re.match(rf"[^{HAN}A-Za-z0-9]*{re.escape(name)}", text))


def _is_on(host: str, registered: str) -> bool:
    return host == registered or host.endswith(f".{registered}")


RULES = (
    ArticleRule(
        id="sources.alias", title=tr("来源写了别名"), level=Level.WARNING, check=alias, why=tr("一个来源只用一个名称")
    ),
    ArticleRule(
        id="sources.own-host",
        title=tr("链接不在来源的网站上"),
        level=Level.WARNING,
        check=foreign_host,
        why=tr("来源与原文链接要对得上"),
    ),
    ArticleRule(
        id="names.nickname", title=tr("简称没有出处"), level=Level.INFO, check=nickname, why=tr("简称先交代后使用")
    ),
    IssueRule(
        id="names.organisation",
        title=tr("同一单位两种写法"),
        level=Level.INFO,
        check=organisation,
        why=tr("一期里同一单位用同一名称"),
    ),
)


def _alias_words(name: str) -> str:
    return tr("来源写了别名，名录里是“{name}”", name=name)
