"""The document as data for the page template. Texts are passed as strings, never as markup."""

from typing import assert_never

from editor.document.cover_plan import cover_plan
from editor.document.faces import FAMILIES, SHIPPED
from editor.document.look import LookTable
from editor.document.look_settings import COLOUR
from editor.document.measure import display_width
from editor.document.parts import (
    ArticlePart,
    BackMatter,
    ContentsPage,
    Cover,
    CreditsPage,
    Document,
    Imprint,
    LinkCard,
    Part,
    SectionPart,
)
from editor.document.section_names import tile_rows
from editor.document.table_setting import TableRoom, table_room
from editor.model.block_kinds import is_text
from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table, plain
from editor.model.credits import Credit
from editor.model.language import in_chinese
from editor.model.picture import Picture
from editor.model.publication import Contact, Publisher
from editor.pages.codes import code_for
from editor.pages.run_data import Data, clean, live, narrow_places, run_data
from editor.pages.table_data import table_data
from editor.text.joints import address_pieces, address_spans
from editor.text.seams import pieces

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg"}


def page_data(document: Document, look: LookTable) -> Data:
    """Return the template's data of a document in a look."""
    properties, room = document.properties, table_room(look)
    data: Data = {
        "profile": {
            "name": clean(properties.masthead),
            "title": clean(properties.title),
            "accent": document.accent,
            "publisher": clean(properties.author),
            "keywords": [clean(word) for word in properties.keywords],
            "running": clean(properties.running),
        },
        "credits": None,
        "toc_heading": "",
        "sections": [_section(section, room) for section in document.sections()],
        "imprint": _imprint(document.imprint),
        "publishers_heading": "",
        "publishers": [],
    }
    for part in document.parts:
        data |= _part(part, look)
    return data


def _part(part: Part, look: LookTable) -> Data:
    """Return what a part adds to the template's data; nothing for sections, which are in it already."""
    match part:
        case Cover():
            line = [clean(words) for words in (*part.issue_line, part.edition) if words]
            return {"issue": {"line": line}, "cover": _cover(part, look)}
        case CreditsPage():
            return {"credits": _credits(part)}
        case ContentsPage():
            return {"toc_heading": clean(part.heading)}
        case SectionPart():
            return {}
        case BackMatter():
            publishers = [_publisher(one) for one in part.publishers]
            return {"publishers_heading": clean(part.heading), "publishers": publishers}
        case _:
            assert_never(part)


def look_data(look: LookTable) -> Data:
    """Return the look as nested tables in mm and pt. A role with the office's own font also names its substitute."""
    tables: Data = {"name": look.name}
    for name, value in look.settings.items():
        group, _, key = name.partition(".")
        tables.setdefault(group, {})[key] = _scaled(name, value)
    for role, (family, _) in SHIPPED.items():
        if tables["font"].get(role) not in FAMILIES:
            tables["font"][role] = family
    return tables


def media_name(picture: Picture) -> str:
    """Return the file name of a picture in the session folder."""
    return f"{picture.sha256}.{_ENDINGS[picture.media_type]}"


def anchor_label(anchor: str) -> str:
    """Return the label of a place in the template."""
    return f"a{anchor}"


def _scaled(name: str, value: str | int | bool) -> str | float | bool:  # noqa: FBT001
    if isinstance(value, (str, bool)) or name in ("grid.chars", "grid.lines") or name.startswith("style."):
        return value
    return value / 1000


def _cover(cover: Cover, look: LookTable) -> Data:
    plan = cover_plan(cover, look)
    headline = [clean(line) for line in plan.headline if line]
    return {
        "name": clean(cover.masthead),
        "masthead_picture": _media(cover.masthead_picture),
        "slogan_top": clean(cover.slogan),
        "slogan": clean(cover.strapline),
        "issue_line": [clean(part) for part in cover.issue_line],
        "edition": clean(cover.edition),
        "headline": headline,
        "narrow": [narrow_places(line) for line in headline],
        "headline_size": plan.size,
        "lead_id": anchor_label(cover.anchor) if cover.anchor else None,
        "picture": _media(cover.picture),
        "publisher": clean(cover.publisher),
        "total": cover.centre,
        "week": cover.week,
        "weeks": cover.weeks,
        "marks": [[mark.section, mark.length / 20] for mark in cover.marks],
        "secondary": [
            {
                "label": [clean(line) for line in one.label],
                "title": list(pieces(clean(one.title))),
                "id": anchor_label(one.anchor),
            }
            for one in plan.lines
        ],
    }


def _credits(page: CreditsPage) -> Data:
    return {
        "credits": [_credit(credit) for credit in page.credits],
        "contacts": [_contact(contact) for contact in page.contacts],
        "statement_label": clean(page.notice_label),
        "statement": clean(page.notice),
    }


def _imprint(imprint: Imprint) -> Data:
    rows = [
        {"label": clean(credit.role), "text": "，".join(clean(name.text) for name in credit.names) + "。"}
        for credit in imprint.recipients
    ]
    return {"rows": rows, "publisher": clean(imprint.publisher), "date": imprint.date}


def _credit(credit: Credit) -> Data:
    return {
        "role": clean(credit.role),
        "kind": "person" if credit.kind.value == "person" else "org",
        "names": [clean(name.text) for name in credit.names],
    }


def _contact(contact: Contact) -> Data:
    value = clean(contact.value)
    # a mail or an address breaks at its joints alone
    address = address_spans(value) == ((0, len(value)),)
    return {
        "label": clean(contact.label),
        "value": list(address_pieces(value)) if address else value,
        "image": _media(contact.picture),
        "caption": clean(contact.caption),
    }


def _section(section: SectionPart, room: TableRoom) -> Data:
    colour = section.colour if COLOUR.fullmatch(section.colour) else ""
    articles = [_article(article, room) for article in section.articles]
    name = clean(section.name)
    rows = tile_rows(name)
    widest = max(map(display_width, rows), default=0)
    return {"name": name, "colour": colour, "tile": rows, "em": widest, "articles": articles}


def _article(article: ArticlePart, room: TableRoom) -> Data:
    lines = [clean(line) for line in article.lines if line] or ["（无标题）"]
    return {
        "id": anchor_label(article.anchor),
        "title": clean(article.title) or "（无标题）",
        "contents_title": pieces(clean(article.contents_title) or "（无标题）"),
        "lines": lines,
        "narrow": [narrow_places(line) for line in lines],
        "subtitle": clean(article.subtitle),
        "start": "page" if article.starts_page else "flow",
        "tight": article.tight,
        "blocks": _with_depths([_block(block, room) for block in article.blocks if not _is_empty(block)]),
        "source": clean(article.credit),
        "qr": _card(article.card) if article.card else None,
    }


def _card(card: LinkCard) -> Data:
    code = code_for(card.link)
    return {
        "svg": code.svg if code else None,
        "modules": code.modules if code else 0,
        "module": code.module if code else 0,
        "caption": clean(card.caption),
        "label": clean(card.label),
        "url": live(card.link),
        "pieces": address_pieces(clean(card.link)),
    }


def _is_empty(block: Block) -> bool:
    """Return whether to leave a block out: PDF/UA refuses empty headings, empty paragraphs print a blank line."""
    return is_text(block) and not plain(block.runs).strip()


def _block(block: Block, room: TableRoom) -> Data:
    return {"id": block.uid, **_content(block, room)}


def _content(block: Block, room: TableRoom) -> Data:
    match block:
        case Paragraph():
            keep = plain(block.runs).rstrip().endswith(("：", ":"))
            return {"type": "paragraph", "runs": run_data(block.runs), "keep": keep}
        case Heading():
            return {"type": "heading", "level": block.level, "runs": run_data(block.runs)}
        case Quote():
            return {"type": "quote", "runs": run_data(block.runs)}
        case ItemList():
            return {"type": "list", "ordered": block.ordered, "items": [run_data(item) for item in block.items]}
        case Figure():
            return _figure(block)
        case Table():
            return table_data(block, room)
        case _:
            assert_never(block)


def _with_depths(blocks: list[Data]) -> list[Data]:
    """Give headings a depth that skips no level, as PDF/UA demands; their appearance follows their own level."""
    depth = 0
    for block in blocks:
        if block["type"] == "heading":
            depth = min(block["level"], depth + 1)
            block["depth"] = depth
    return blocks


def _figure(figure: Figure) -> Data:
    source = f"来源：{figure.source}" if figure.source else ""
    return {
        "type": "figure",
        "image": _media(figure.picture),
        "caption": clean(figure.caption),
        "credit": clean(source),
        "alt": clean(figure.alt or figure.caption or source or "图片"),
        "width": figure.width,
        "ratio": figure.picture.height / figure.picture.width if figure.picture else 0,
        "chart": None,
    } | (_drawn(figure) if figure.drawn else {})


def _drawn(figure: Figure) -> Data:
    """Return a chart's data and words; its message is printed, so Chinese."""
    # imported for the first chart: most issues have none, and reading numbers takes 20 ms to load
    from editor.document.charts import chart_of, chart_words

    with in_chinese():
        chart = chart_of(figure)
    data = {
        "kind": chart.kind.value,
        "message": chart.message,
        "unit": clean(chart.unit),
        "categories": [clean(name) for name in chart.categories],
        "series": [{"name": clean(one.name), "at": one.at, "labels": one.labels} for one in chart.series],
        "ticks": [{"at": tick.at, "label": tick.label} for tick in chart.ticks],
        "zero": chart.zero,
        "numbers": chart.numbers,
    }
    return {"chart": data, "alt": clean(chart_words(figure))}


def _publisher(publisher: Publisher) -> Data:
    return {
        "name": clean(publisher.name),
        "name_en": clean(publisher.english_name),
        "logo": _media(publisher.logo),
        "dark_logo": _media(publisher.dark_logo),
        "paragraphs": [clean(paragraph) for paragraph in publisher.paragraphs if paragraph],
    }


def _media(picture: Picture | None) -> str | None:
    return None if picture is None else media_name(picture)
