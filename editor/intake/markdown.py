"""Markdown, as editors write it and assistants copy it, to an article."""

import re
from collections.abc import Callable

from editor.intake.html.pasted import Pasted
from editor.intake.html.reading import read_html
from editor.intake.manuscript import IncomingFile, Manuscript, ManuscriptField
from editor.intake.size_guard import check_size
from editor.intake.web.days import any_date
from editor.intake.web.endings import lifted
from editor.intake.web.pictures import PageFolder
from editor.model.article import Article, ArticleArchive, Title
from editor.model.block_kinds import is_heading
from editor.model.body import plain
from editor.model.language import tr
from editor.text.address import usable_address
from editor.text.characters import ends_sentence
from editor.text.decode import decode_text

# no blank that anybody types; the parser takes it for one, so that **一是…。** before a hanzi is bold
_BLANK = "\u205f"
_BOLD = re.compile(r"(?<![\\*])(\*\*|__)(?=[^\s*_])([^\n]{1,400}?)(?<=[^\s*_\\])\1(?!\*)")
_SURE = (
    re.compile(r"^ {0,3}[^\s|>#-][^\n]{0,79}\n={3,}[ \t]*$", re.MULTILINE),
    re.compile(r"^ {0,3}#{1,6} +\S", re.MULTILINE),
    re.compile(r"^ {0,3}\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+(?:[ \t]*:?-{3,}:?[ \t]*)?$", re.MULTILINE),
    re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE),
    re.compile(r"!?\[[^\]\n]{1,200}\]\((?:https?:|mailto:|\.{0,2}/)?[^)\s]{1,400}\)"),
)
_SIGNS = (
    re.compile(r"\*\*[^\s*][^\n*]{0,200}\*\*"),
    re.compile(r"^ {0,3}> +\S", re.MULTILINE),
    re.compile(r"^ {0,3}[-*+] +\S", re.MULTILINE),
    re.compile(r"^ {0,3}(?:-{3,}|\*{3,})\s*$", re.MULTILINE),
    re.compile(r"`[^`\n]{1,80}`"),
)
# a line of its own before others that has no signs of Markdown but bold ones around it
_FIRST = re.compile(
    r"\s*(?!\d+[.)、])((?P<bold>\*\*)?[^\s#>*+`|\[\]()_~-][^\n#>*`|\[\]_~]{1,58}(?(bold)\*\*))[ \t]*\n[ \t]*\n(?=\s*\S)"
)
_FRONT = re.compile(r"\A\ufeff?---\s*\n(.{0,4000}?)\n---\s*\n", re.DOTALL)
_FRONT_LINE = re.compile(r"^(\w{1,20})\s*:\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
_FRONT_FIELDS = {"title": "title", "date": "date", "source": "source", "url": "link", "link": "link", "标题": "title",
                 "日期": "date", "来源": "source", "链接": "link"}  # fmt: skip
_BREAK = re.compile(r"&lt;br\s*/?&gt;", re.IGNORECASE)
_RANK = re.compile(r"(</?h)([1-6])(?=>)")


def is_markdown(text: str) -> bool:
    """Return whether a text is Markdown: a heading, table, fence or link of it, or two of its other signs."""
    return any(sign.search(text) for sign in _SURE) or sum(sign.search(text) is not None for sign in _SIGNS) > 1


def blocks_from_markdown(text: str, find_picture: Callable[[str], bytes | None] | None = None) -> Pasted:
    """Return the blocks of a text in Markdown, its highest headings on the first level.

    Raises UserError beyond the limits of `html.blocks_from_html`.
    """
    check_size(text)
    html = _html(text)
    ranks = [int(match[2]) for match in _RANK.finditer(html)]
    # h2 is the first level of a page whose h1 is its title
    shift = 2 - min(ranks, default=2)
    shifted = _RANK.sub(lambda match: f"{match[1]}{min(int(match[2]) + shift, 6)}", html)
    return read_html(shifted, find_picture or PageFolder())


def markdown_manuscript(file: IncomingFile) -> Manuscript:
    """Return the article of a file in Markdown. Raises UserError, naming the file, for what is no text."""
    return manuscript_of_markdown(decode_text(file.data, name=file.name), file)


def manuscript_of_markdown(text: str, file: IncomingFile) -> Manuscript:
    """Return the article of a text in Markdown; pictures lie beside its file."""
    front, body = _front(text)
    title, rest = _title(body)
    guess = "" if title or front.get("title") else _guess(body)
    rest = rest.replace(guess, "", 1)
    read = blocks_from_markdown(rest, PageFolder(file.beside))
    blocks, ending = lifted(list(read.blocks))
    article = Article(
        title=Title(text=front.get("title", "") or title or guess.strip("* ")),
        subtitle=ending.subtitle,
        blocks=tuple(blocks),
        source=front.get("source", "") or ending.source,
        link=usable_address(front.get("link", "")) or file.address or ending.link,
        archive=ArticleArchive(published=any_date(front.get("date", "")) or ending.published),
    )
    rules = len(re.findall(r"^ {0,3}(?:-{3,}|\*{3,}|_{3,})\s*$", rest, re.MULTILINE))
    said = (tr("分隔线没有带入（{n} 条）。", n=rules),) if rules else ()
    extra = (
        (tr("文件开头另有标题“{title}”，没有带入。", title=title),)
        if title and front.get("title", title) != title
        else ()
    )
    # its own heading of the first rank declares a title
    guessed = frozenset((ManuscriptField.TITLE,) if guess else ())
    return Manuscript(
        article=article, pictures=read.pictures, guessed=guessed, messages=(*read.messages, *said, *extra)
    )


def _html(text: str) -> str:
    # loaded when Markdown is read, not at every start of the program
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    marked = _BOLD.sub(rf"{_BLANK}\1\2\1{_BLANK}", text)
    return _BREAK.sub("<br>", str(parser.render(marked)).replace(_BLANK, ""))


def _front(text: str) -> tuple[dict[str, str], str]:
    """Return the fields of the front matter, and the text without it where all of its lines are fields."""
    match = _FRONT.match(text)
    if not match or "title" not in (fields := _fields(match[1])):
        return {}, text
    return fields, text[match.end() :]


def _fields(front: str) -> dict[str, str]:
    found = {_FRONT_FIELDS.get(name.lower(), ""): value for name, value in _FRONT_LINE.findall(front)}
    return {name: value for name, value in found.items() if name and value}


def _guess(text: str) -> str:
    """Return the first line where it is short, bold or plain, and stands alone; empty where it says more."""
    match = _FIRST.match(text)
    line = match[1].strip("* ") if match else ""
    return match[1] if match and line and not ends_sentence(line) and line[-1] not in "：:，；" else ""


def _title(text: str) -> tuple[str, str]:
    """Return the title, the first line where that is the only heading of the first rank, and the rest."""
    first = re.match(r"\s*(?:# +([^\n]{1,120}?)(?: +#+)?|[^\n]{1,80}\n={3,}[ \t]*)\s*(?:\n|\Z)", text)
    if not first or re.search(r"^(?:# +\S|={3,}[ \t]*$)", text[first.end() :], re.MULTILINE):
        return "", text
    heading = next((one for one in blocks_from_markdown(first[0]).blocks if is_heading(one)), None)
    return (plain(heading.runs), text[first.end() :]) if heading else ("", text)
