"""Cover, credits page, contents and back matter in Word."""

from editor.document.drawings import COVER
from editor.document.parts import BackMatter, ContentsPage, Cover, CoverEntry, CreditsPage, Imprint
from editor.export.word import markup
from editor.export.word.session import WordSession
from editor.model.credits import Credit, NameKind
from editor.model.picture import Picture
from editor.model.publication import Contact

_BREAK = "<w:pageBreakBefore/>"
_LABEL_CELLS, _NAME_CELLS, _NAMES_IN_ROW = 4, 3, 6
_LABEL_WIDTH, _NAME_WIDTH = 1600, 1150
_CODE_SIDE = 1700
_MOST_CROP = 49_990
_PANEL_HEIGHT = 4600
_IMPRINT_PAD, _IMPRINT_ROW = 280, 540
_SMALLER = '<w:sz w:val="28"/>'


def cover_markup(cover: Cover, session: WordSession) -> str:
    """Return the cover: slogan, masthead, strapline and date, a panel in the accent, headline, other headlines."""
    if session.look.text("style.cover") == "head":
        return head_cover_markup(cover, session)
    measure = session.geometry.measure
    line = markup.text_run(cover.strapline, '<w:color w:val="595959"/>') + markup.text_run("\t")
    line += markup.text_run(" ".join(filter(None, (*cover.issue_line, cover.edition))))
    right = f'<w:tabs><w:tab w:val="right" w:pos="{measure}"/></w:tabs>'
    masthead = _masthead(cover, session)
    box = markup.table([measure], [markup.row(_PANEL_HEIGHT, [_panel(cover, session)])])
    headline = "".join(markup.paragraph("CoverHeadline", markup.text_run(text)) for text in cover.headline)
    others = "".join(
        markup.paragraph(
            "Cover",
            markup.text_run(one.section, f'<w:b/><w:color w:val="{session.accent}"/><w:sz w:val="18"/>')
            + markup.text_run("\t")
            + markup.text_run(one.title, '<w:sz w:val="20"/>'),
            '<w:tabs><w:tab w:val="left" w:pos="1300"/></w:tabs>',
        )
        for one in cover.secondary
    )
    slogan = markup.paragraph("Cover", markup.text_run(cover.slogan, '<w:color w:val="595959"/><w:sz w:val="22"/>'))
    gap = markup.paragraph("Cover", "")
    return slogan + masthead + markup.paragraph("Cover", line, right) + gap + box + gap + headline + gap + others


def _panel(cover: Cover, session: WordSession) -> str:
    """Return the cell with the cover's picture, cropped to fill it, or else with the number on the accent colour."""
    measure = session.geometry.measure
    size, crop = (measure, _PANEL_HEIGHT), (0, 0)
    data = session.stored(cover.picture) or session.drawings.get(COVER)
    if data and cover.picture:
        crop = _crop(cover.picture, size)
    if data:
        number = session.next_drawing()
        drawing = markup.picture(session.image(data), number, size, name=f"图 {number}", alt="封面图片", crop=crop)
        return markup.cell(measure, markup.paragraph("Picture", drawing))
    words = markup.paragraph(
        "Cover",
        markup.text_run(cover.centre, '<w:color w:val="FFFFFF"/><w:sz w:val="96"/>'),
        '<w:spacing w:before="0" w:after="0" w:line="1200" w:lineRule="exact"/><w:jc w:val="center"/>',
    )
    return markup.cell(measure, words, fill=session.accent)


def _crop(picture: Picture, size: tuple[int, int]) -> tuple[int, int]:
    """Return what to cut off on either side, across and down, so that a picture fills size."""
    wide, high = picture.width * size[1], picture.height * size[0]
    kept = (min(1.0, high / wide), min(1.0, wide / high))
    # the crop must leave a part of the picture, however narrow
    return min(_MOST_CROP, round((1 - kept[0]) * 50_000)), min(_MOST_CROP, round((1 - kept[1]) * 50_000))


def head_cover_markup(cover: Cover, session: WordSession) -> str:
    """Return the cover as the head of an official document: name, number, publisher and date over a red rule."""
    grey, centre = f'<w:color w:val="{session.grey}"/>', '<w:jc w:val="center"/>'
    date, *numbers = cover.issue_line
    number = numbers[0] + "".join(f"（{part}）" for part in numbers[1:]) + (cover.edition and f" {cover.edition}")
    rule = f'<w:pBdr><w:bottom w:val="thickThinSmallGap" w:sz="18" w:space="4" w:color="{session.accent}"/></w:pBdr>'
    right = f'<w:tabs><w:tab w:val="right" w:pos="{session.geometry.measure}"/></w:tabs>'
    gap = markup.paragraph("Cover", "")
    parts = [
        markup.paragraph("Cover", markup.text_run(cover.slogan, f'{grey}<w:sz w:val="24"/>'), centre),
        _masthead(cover, session),
        markup.paragraph("Cover", markup.text_run(number), centre),
        gap,
        markup.paragraph("Cover", markup.text_run(f"{cover.publisher}\t{date}", _SMALLER), rule + right),
        gap,
        markup.paragraph("Cover", markup.text_run(cover.strapline), centre),
        gap * 2,
        *(markup.paragraph("CoverHeadline", markup.text_run(text)) for text in cover.headline),
        gap * 4,
        *(_secondary(one, session) for one in cover.secondary),
    ]
    return "".join(parts)


def _secondary(entry: CoverEntry, session: WordSession) -> str:
    section = markup.text_run(entry.section, f'<w:b/><w:color w:val="{session.accent}"/>{_SMALLER}')
    stop = '<w:tabs><w:tab w:val="left" w:pos="1600"/></w:tabs>'
    hanging = '<w:ind w:left="1600" w:hanging="1600"/>'
    title = markup.text_run("\t") + markup.text_run(entry.title, _SMALLER)
    return markup.paragraph("Cover", section + title, stop + hanging)


def _masthead(cover: Cover, session: WordSession) -> str:
    data = session.stored(cover.masthead_picture)
    if data and cover.masthead_picture:
        return _image(cover.masthead_picture, data, session, height=1400, alt=cover.masthead)
    measure = session.geometry.measure
    size = min(132, measure // (10 * max(1, len(cover.masthead))) - 1)
    return markup.paragraph("Title", markup.text_run(cover.masthead, f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'))


def _image(picture: Picture, data: bytes, session: WordSession, *, height: int, alt: str) -> str:
    width = max(1, min(session.geometry.measure, height * picture.width // picture.height))
    size = (width, max(1, min(height, width * picture.height // picture.width)))
    number = session.next_drawing()
    return markup.paragraph("Picture", markup.picture(session.image(data), number, size, name=f"图 {number}", alt=alt))


def credits_markup(page: CreditsPage, session: WordSession) -> str:
    """Return the credits page."""
    right = f'<w:tabs><w:tab w:val="right" w:pos="{session.geometry.measure}"/></w:tabs>'
    head = markup.text_run(page.masthead, f'<w:b/><w:color w:val="{session.accent}"/><w:sz w:val="44"/>')
    line = markup.text_run("\t") + markup.text_run(
        " ".join(page.issue_line), '<w:color w:val="595959"/><w:sz w:val="21"/>'
    )
    tall = '<w:spacing w:before="0" w:after="195" w:line="780" w:lineRule="exact"/>'
    top = markup.paragraph("Credit", head + line, _BREAK + right + tall)
    rows = "".join(_credit(credit, session) for credit in page.credits if credit not in session.recipients)
    contacts = "".join(_contact(contact, session) for contact in page.contacts)
    label = markup.text_run(f"{page.notice_label}：", "<w:b/>")
    notice = markup.paragraph("Note", label + markup.text_run(page.notice)) if page.notice else ""
    gap = markup.paragraph("Credit", "")
    return top + rows + gap + contacts + gap + notice


def _credit(credit: Credit, session: WordSession) -> str:
    label = _label(credit.role, session)
    if credit.kind is NameKind.ORGANISATION:
        lines = [markup.text_run(name.text) for name in credit.names] or [""]
    else:
        names = [
            markup.spread_run(name.text, _NAME_CELLS, session.geometry.credits_size) + markup.text_run("\t")
            for name in credit.names
        ]
        lines = ["".join(names[at : at + _NAMES_IN_ROW]) for at in range(0, len(names), _NAMES_IN_ROW)] or [""]
    first, *rest = lines
    parts = [_labelled(label + markup.text_run("\t") + first)]
    return "".join(parts + [_labelled(markup.text_run("\t") + line) for line in rest])


def _contact(contact: Contact, session: WordSession) -> str:
    data = session.stored(contact.picture)
    image = (
        _image(contact.picture, data, session, height=_CODE_SIDE, alt=contact.caption or contact.label)
        if data and contact.picture
        else ""
    )
    value = contact.value or contact.caption
    rest = markup.paragraph("Note", markup.text_run(contact.caption)) if contact.value and contact.caption else ""
    return _labelled(_label(contact.label, session) + markup.text_run("\t") + markup.text_run(value)) + image + rest


def _label(text: str, session: WordSession) -> str:
    return markup.spread_run(
        text, _LABEL_CELLS, session.geometry.credits_size, f'<w:b/><w:color w:val="{session.accent}"/>'
    )


def _labelled(content: str) -> str:
    stops = "".join(f'<w:tab w:val="left" w:pos="{_LABEL_WIDTH + at * _NAME_WIDTH}"/>' for at in range(_NAMES_IN_ROW))
    indent = f'<w:ind w:left="{_LABEL_WIDTH}" w:hanging="{_LABEL_WIDTH}"/>'
    return markup.paragraph("Credit", content, f"<w:tabs>{stops}</w:tabs>{indent}")


def contents_markup(page: ContentsPage, session: WordSession, *, titled: bool) -> str:
    """Return the contents as a field that Word can update, filled already. titled: collected from TC fields."""
    heading = markup.paragraph("TOCHeading", markup.text_run(page.heading), _BREAK)
    instruction = 'TOC \\f C \\l "1-2" \\n "1-1" \\h \\z' if titled else 'TOC \\o "1-2" \\n "1-1" \\h \\z \\u'
    rows: list[tuple[str, str]] = []
    for group in page.groups:
        rows.append(("TOC1", markup.internal_link(session.bookmark(group.anchor)[0], markup.text_run(group.name))))
        rows += [("TOC2", _entry(entry.anchor, entry.title, session)) for entry in group.entries]
    last = len(rows) - 1
    return heading + "".join(
        markup.paragraph(
            style,
            (markup.field_start(instruction) if at == 0 else "") + content + (markup.field_end() if at == last else ""),
        )
        for at, (style, content) in enumerate(rows)
    )


def _entry(anchor: str, title: str, session: WordSession) -> str:
    name, _ = session.bookmark(anchor)
    folio = session.folio(session.folios[anchor])
    number = markup.field(f"PAGEREF {name} \\h", markup.text_run(folio, f'<w:b/><w:color w:val="{session.accent}"/>'))
    return markup.internal_link(name, markup.text_run(title) + markup.text_run("\t") + number)


def back_markup(back: BackMatter, session: WordSession) -> str:
    """Return the back matter."""
    parts = [markup.paragraph("TOCHeading", markup.text_run(back.heading))]
    for publisher in back.publishers:
        data = session.stored(publisher.logo)
        if data and publisher.logo:
            parts.append(_image(publisher.logo, data, session, height=900, alt=publisher.name))
        parts.append(markup.paragraph("Publisher", markup.text_run(publisher.name)))
        if publisher.english_name:
            parts.append(markup.paragraph("Note", markup.text_run(publisher.english_name)))
        parts += [markup.paragraph("BackText", markup.text_run(text)) for text in publisher.paragraphs]
    return "".join(parts)


def imprint_markup(imprint: Imprint, session: WordSession) -> str:
    """Return the 版记 as a table at the foot of the last page, thicker rules outside (sz: eighths of a point)."""
    measure = session.geometry.measure
    right = f'<w:tabs><w:tab w:val="right" w:pos="{measure - 2 * _IMPRINT_PAD}"/></w:tabs>'
    lines = [
        markup.text_run(f"{credit.role}：{'，'.join(name.text for name in credit.names)}。", _SMALLER)
        for credit in imprint.recipients
    ]
    lines.append(markup.text_run(f"{imprint.publisher}\t{imprint.date}", _SMALLER))
    rows = [
        markup.row(_IMPRINT_ROW, [markup.cell(measure, markup.paragraph("Cover", line, right), pad=_IMPRINT_PAD)])
        for line in lines
    ]
    outer, inner = (f'w:val="single" w:sz="{size}" w:space="0" w:color="000000"' for size in (8, 6))
    top = session.geometry.top + session.geometry.area - len(rows) * _IMPRINT_ROW
    borders = f"<w:top {outer}/><w:bottom {outer}/><w:insideH {inner}/>"
    return markup.table([measure], rows, borders=borders, top=top) + markup.separator()
