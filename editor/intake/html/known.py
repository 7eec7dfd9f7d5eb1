"""Fields that HTML marks as such: WeChat's own elements, the tags of government sites, and our export."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from editor.model.body import ChartKind
from editor.text.address import usable_address
from editor.text.dates import find_date

_IDS = {"activity-name": "title", "js_name": "source", "publish_time": "published"}
# 政府网站发展指引（国办发〔2017〕47号）names the first four; the others are Open Graph's
_METAS = {
    "articletitle": "title",
    "pubdate": "published",
    "contentsource": "source",
    "url": "link",
    "og:title": "title",
    "og:url": "link",
    "article:published_time": "published",
}
OWN = "data-bulletin"
_FOOTNOTE, _FOOTNOTE_LINE, _CHART = "footnote", "footnote-line", "chart"
_OWN_FIELDS = frozenset(("title", "subtitle", "source", "link"))


@dataclass(slots=True)
class KnownFields:
    """Texts of fields; of several for one field the first is kept."""

    texts: dict[str, str] = field(default_factory=dict)

    def meta(self, attributes: Mapping[str, str]) -> None:
        """Read a meta element."""
        name = (attributes.get("name") or attributes.get("property") or "").lower()
        content = attributes.get("content", "").strip()
        if name in _METAS and content:
            self.texts.setdefault(_METAS[name], content)

    def put(self, name: str, text: str) -> None:
        """Keep the visible text of a field; it takes precedence over meta elements."""
        if text:
            self.texts[name] = text

    @property
    def link(self) -> str:
        """The article's own address, empty where it is not usable."""
        return usable_address(self.texts.get("link", ""))

    @property
    def published(self) -> dt.date | None:
        """The source's own date."""
        return find_date(self.texts.get("published", ""))


def own_footnote(attributes: Mapping[str, str]) -> str | None:
    """Return the words of a footnote that our export anchored here; empty where it repeats them below the text.

    None for any other element.
    """
    own = attributes.get(OWN)
    if own == _FOOTNOTE:
        return attributes.get("data-value", "")
    return "" if own == _FOOTNOTE_LINE else None


def own_chart(attributes: Mapping[str, str]) -> ChartKind | None:
    """Return the kind of chart that our export wrote as a table here, None for any other element."""
    kind = attributes.get("data-value", "") if attributes.get(OWN) == _CHART else ""
    return ChartKind(kind) if kind in set(ChartKind) else None


def field_of(attributes: Mapping[str, str]) -> tuple[str, str]:
    """Return the field that an element is, empty for none, and its value where that is not the element's text."""
    own = attributes.get(OWN, "")
    if own in _OWN_FIELDS:
        return own, attributes.get("data-value", "")
    return _IDS.get(attributes.get("id", ""), ""), ""
