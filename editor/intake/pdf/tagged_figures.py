"""Figures and the card of the link in our own PDF."""

from editor.document.pdf_contents import Tag
from editor.intake.pdf.glyph_text import plain_text
from editor.intake.pdf.tagged_article import TaggedArticle
from editor.intake.pdf.tagged_pages import TaggedPages
from editor.model.body import Figure

_MISSING, _SOURCE = "图片待补", "来源："


def take_figure(made: TaggedArticle, tag: Tag, pages: TaggedPages) -> None:
    """Add a figure with its caption, source and picture."""
    drawn = tag if tag.kind == "Figure" else next(one for one in tag.all_tags() if one.kind == "Figure")
    words = next((one for one in tag.all_tags() if one.kind == "Caption"), None)
    caption, source = _caption(words, pages) if words else ("", "")
    alt = drawn.alt.strip()
    alt = "" if alt in (caption, f"{_SOURCE}{source}", "图片") else alt
    figure = Figure(caption=caption, source=source, alt=alt)
    picture = pages.picture(drawn)
    if picture and picture.data and pages.plain(drawn) != _MISSING:
        made.pictures[figure.uid] = picture.data
    made.blocks.append(figure)


def _caption(tag: Tag, pages: TaggedPages) -> tuple[str, str]:
    """Return caption and source, which is set in another face."""
    glyphs = pages.glyphs(tag)
    name = [glyph for glyph in glyphs if not pages.faces[glyph.face].italic]
    rest = plain_text(glyph for glyph in glyphs if pages.faces[glyph.face].italic)
    if name and rest and not rest.startswith(_SOURCE):
        return plain_text(glyphs), ""
    return plain_text(name), rest.removeprefix(_SOURCE)


def take_card(made: TaggedArticle, tag: Tag, pages: TaggedPages) -> None:
    """Take link and label of a card, with the caption of its code."""
    code = next((one for one in tag.all_tags() if one.kind == "Figure"), None)
    link = next((one for one in tag.all_tags() if one.kind == "Link" and one.address), None)
    paragraphs = [one for one in tag.all_tags() if one.kind in ("P", "Span")]
    made.link_caption = pages.plain(paragraphs[0]) if len(paragraphs) > 1 else ""
    line = paragraphs[-1] if paragraphs else tag
    label = [child for child in line.children if child is not link]
    made.link_label = "".join(pages.plain(child) for child in label)
    made.link = _code_address(code, made.link_caption) or (link.address if link else "")


def is_link_card(tag: Tag) -> bool:
    """Return whether an element is the card of an article's link: with a code, or a link alone."""
    figures = [one for one in tag.all_tags() if one.kind == "Figure"]
    if figures:
        return "：http" in figures[0].alt
    return tag.has("Link") and not tag.has("Table", "Figure")


def _code_address(code: Tag | None, caption: str) -> str:
    """Return the address in the alternative text of a code, which stands after its caption."""
    return code.alt.removeprefix(caption).removeprefix("：") if code else ""
