"""Other readers of web pages on the pages of bench_pages_intake, run by an interpreter that has them.

JSON in: a list of name, data (base64), address; JSON out: what each reader found, by page and reader.
"""

import base64
import json
import sys
from collections.abc import Iterator

import lxml.html
import trafilatura
from readability import Document

_BLOCKS = ("p", "div", "td", "th", "li", "h1", "h2", "h3", "h4", "section", "caption", "blockquote")


def main() -> None:
    """Read every page with both."""
    made = {}
    for page in json.load(sys.stdin):
        data, address = base64.b64decode(page["data"]), page["address"] or None
        made[page["name"]] = {
            "trafilatura": by_trafilatura(data, address),
            "readability-lxml": by_readability(data, address),
        }
    json.dump(made, sys.stdout)


def by_trafilatura(data: bytes, address: str | None) -> dict[str, object]:
    """Return fields and text; an error of the reader is a page that it cannot read."""
    try:
        known = trafilatura.bare_extraction(data, url=address, with_metadata=True, include_comments=False)
    except Exception as error:  # noqa: BLE001 - another program's
        return {"title": repr(error), "texts": []}
    found = known.as_dict() if known else {}
    texts = [line.lstrip("- ").strip() for line in (found.get("text") or "").split("\n")]
    names = {"title": "title", "source": "sitename", "date": "date", "link": "url"}
    return {**{ours: found.get(theirs) or "" for ours, theirs in names.items()}, "texts": texts}


def by_readability(data: bytes, address: str | None) -> dict[str, object]:
    """Return title and text; it offers no other field."""
    try:
        document = Document(data, url=address)
        return {"title": document.short_title(), "texts": list(lines(document.summary(html_partial=True)))}
    except Exception as error:  # noqa: BLE001 - another program's
        return {"title": repr(error), "texts": []}


def lines(html: str) -> Iterator[str]:
    """Yield the lines of a summary: the own text of each block, parted at br."""
    if not html.strip():
        return
    root = lxml.html.fromstring(html)
    for line_break in root.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    for element in root.iter(*_BLOCKS):
        own = (element.text or "") + "".join(_inline(child) + (child.tail or "") for child in element)
        yield from (line.strip() for line in own.split("\n") if line.strip())


def _inline(child: lxml.html.HtmlElement) -> str:
    block = not isinstance(child.tag, str) or child.tag in _BLOCKS or child.tag in ("table", "ul", "ol")
    return "" if block else str(child.text_content())


if __name__ == "__main__":
    main()
