"""What stands below a title: its length, and how it falls on the page."""

from editor.document.look import LookTable
from editor.document.title_lines import article_lines
from editor.model.article import Article, Title
from editor.model.language import tr
from editor.ui.kit.pieces import CutLabel
from editor.ui.theme.apply import set_style

_MOST_LINES = 2


def show_title_note(note: CutLabel, article: Article, look: LookTable) -> None:
    """Show the note on the title of an article, as a warning where it takes too many lines."""
    lines = article_lines(article, title_width=look.title_width)
    note.show_text(title_words(article.title, lines, int(look.title_width + 0.05)))
    set_style(note, ink="warn" if len(lines) > _MOST_LINES else "text2")


def title_words(title: Title, lines: tuple[str, ...], width: int) -> str:
    """Return how a title falls on the page. lines: as set; width: characters a line of the page takes."""
    if not title.text.strip():
        return tr("还没有标题 · 版心每行 {n} 字", n=width)
    counts = " + ".join(str(len(line)) for line in lines)
    message = tr("{n} 字 · 版心每行 {width} 字", n=counts, width=width)
    if len(lines) > _MOST_LINES:
        return tr("{said} · 超过两行，请压缩", said=message)
    if len(lines) > 1 and not title.breaks:
        return tr("{said} · 自动断行：{lines}（Ctrl+Enter 在光标处断行）", said=message, lines=" ⏎ ".join(lines))
    return message
