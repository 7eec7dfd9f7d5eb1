"""Terms of the registers as rows: what each vocabulary is called, its columns, what a cell written over becomes."""

from dataclasses import dataclass, replace

from editor.desk.registers.usage import Usage
from editor.model.language import tr
from editor.model.registers import Term, Vocabulary
from editor.ui.registers.entry_table import Column, TableEntry
from editor.ui.registers.words import joined_words, split_words


@dataclass(frozen=True, slots=True, kw_only=True)
class TermWords:
    """What a vocabulary is called. one: one of it; alias: head of the second column."""

    title: str
    one: str
    alias: str
    rule: str


_NAME, _ALIASES, _HOSTS = range(3)
TERM_WORDS = {
    Vocabulary.BODIES: TermWords(
        title=tr("发文机关"),
        one=tr("机关"),
        alias=tr("简称、别名"),
        rule=tr("名称写全称；简称几个用顿号分开。同一期里全称简称混用，检查会提醒。"),
    ),
    Vocabulary.SOURCES: TermWords(
        title=tr("来源"),
        one=tr("来源"),
        alias=tr("别名"),
        rule=tr("名称是要印的写法；写成别名、链接不在它的网站上，检查会提醒。网站只写域名，如 example.gov.cn。"),
    ),
    Vocabulary.DOCUMENTS: TermWords(
        title=tr("文件名称"),
        one=tr("文件"),
        alias=tr("简称"),
        rule=tr("名称写全称，不写书名号；简称如“数据二十条”。登记过的简称，检查认得。"),
    ),
}


def term_columns(vocabulary: Vocabulary) -> tuple[Column, ...]:
    """Return the columns of a vocabulary; sources have their hosts and how many articles use them."""
    columns = (
        Column(title=tr("名称"), width=260, editable=True),
        Column(title=TERM_WORDS[vocabulary].alias, editable=True),
    )
    if vocabulary is not Vocabulary.SOURCES:
        return columns
    return (
        *columns,
        Column(title=tr("网站"), width=180, editable=True),
        Column(title=tr("文章"), width=64, right=True),
    )


def term_entry(term: Term, vocabulary: Vocabulary, usage: Usage) -> TableEntry:
    """Return a row."""
    cells: tuple[str, ...] = (term.name, joined_words(term.aliases))
    if vocabulary is Vocabulary.SOURCES:
        many = sum(usage.sources.get(name, 0) for name in (term.name, *term.aliases))
        cells = (*cells, joined_words(term.hosts), tr("{n} 篇", n=many) if many else "—")
    return TableEntry(uid=term.uid, cells=cells, tip=term.name)


def term_written(term: Term, vocabulary: Vocabulary, column: int, text: str) -> tuple[str, Term]:
    """Return the name of the change that writing a cell is, and the term after it."""
    name, alias = term.name, TERM_WORDS[vocabulary].alias
    changed = {
        _NAME: lambda: (tr("“{name}”改名“{text}”", name=name, text=text.strip()), replace(term, name=text)),
        _ALIASES: lambda: (
            tr("改“{name}”的{alias}", name=name, alias=alias),
            replace(term, aliases=split_words(text)),
        ),
        _HOSTS: lambda: (tr("改“{name}”的网站", name=name), replace(term, hosts=split_words(text))),
    }
    return changed[column]()
