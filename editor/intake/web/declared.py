"""What a page declares: tags of government sites, Open Graph, JSON-LD, WeChat's scripts, saved-from marks."""

import datetime as dt
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml import etree

from editor.intake.web.days import any_date
from editor.intake.web.titles import names_site
from editor.intake.web.written import is_own_site, original_name
from editor.text.address import usable_address
from editor.text.sanitise import sanitise

# 政府网站发展指引 (国办发〔2017〕47号, annex 2), GB/T 42147—2022;
# Open Graph, Dublin Core; portals' own; the first counts
_METAS = {
    "title": "articletitle og:title dc.title twitter:title",
    "source": "contentsource source og:article:source article:source dc.source copyrightsource mediaid",
    "published": """pubdate article:published_time publishdate publish_date og:release_date bytedance:published_time
    weibo:article:create_at dc.date datepublished firstcreatetime dateupdate""",
    "link": "url og:url",
    "site": "sitename og:site_name",
    "author": "article:author author",
}
_FIELDS = {name: (field_name, rank) for field_name, names in _METAS.items() for rank, name in enumerate(names.split())}
_KINDS = re.compile(r"Article|Posting|Report|cambrian", re.IGNORECASE)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)\s*(\S+)|\burl:\s*(https?://\S+)")
_TEMPLATE = re.compile(r"[{}]|<%|\$!|undefined|\bnull\b")
_TAG = re.compile(r"<[^<>]{0,200}>")
_NEWSPAPER = re.compile(r"<!--\s{0,9}enpproperty\s(.{1,4000}?)-->", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x1f]")
_WECHAT = {
    "title": re.compile(r"""var msg_title\s*=\s*['"]([^'"\n]{1,300})['"]"""),
    "source": re.compile(r"""(?:var nickname\s*=\s*htmlDecode\(|nick_name\s*:\s*)['"]([^'"\n]{1,80})['"]"""),
    "published": re.compile(
        r"""(?:var ct|createTime|create_time|oriCreateTime)\s*[=:]\s*['"]?(\d{4}-\d\d-\d\d|1\d{9})"""
    ),
    "link": re.compile(r"""var msg_link\s*=\s*['"]([^'"\n]{1,800})['"]"""),
}
_WECHAT_IDS = {"activity-name": "title", "js_name": "source", "publish_time": "published"}
# keys that a content system keeps where a name is expected
_CODE = re.compile(r"\d+|[a-z0-9._-]+")
_NO_SOURCE = frozenset(("微信公众平台",))
_OTHERS = re.compile(r"author|creator|publisher|image|logo|breadcrumb|itemlist|comment", re.IGNORECASE)
_ACCOUNT = re.compile(r"/(?:user|users|u|author|people|profile|account|media|mp|space)(?:/|$)")
_PERSON = re.compile(
    r"^(?:用户|网友|会员|楼主|小编|记者|编辑|作者|通讯员|本[报网])|(?:记者|编辑|作者|通讯员|管理员)$|^[^\u4e00-\u9fff]*$"
)
_PARTIAL = 100
_SHORTEST_ACCOUNT, _LONGEST_ACCOUNT = 4, 20
# short addresses of WeChat stay, the long ones name how they were reached
_SHORT_WECHAT = re.compile(r"https?://mp\.weixin\.qq\.com/s/[\w-]{8,}$")
_LONGEST_SCRIPT = 400_000


@dataclass(slots=True)
class Declared:
    """Texts of fields by name: title, source, published, link, site, body; empty for what a page does not declare.

    order: of the names by which a text was found, the lower the better; titles: all that were found, with their order;
    accounts: names of who writes on a platform; by_account: whether the source is the account that sent it.
    """

    texts: dict[str, str] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)
    saved_from: str = ""
    titles: list[tuple[int, str]] = field(default_factory=list)
    accounts: set[str] = field(default_factory=set)
    by_account: bool = False

    def put(self, name: str, text: str, rank: int) -> None:
        """Keep a text unless a better one is there, or it is what a template left unfilled."""
        words = " ".join(sanitise(html.unescape(_TAG.sub("", text))).split())
        if not words or _TEMPLATE.search(words):
            return
        if name == "title":
            self.titles.append((rank, words))
        if name == "link" and not words.startswith(("http:", "https:")):
            # a whole address is better than a part of one
            rank += _PARTIAL
        if self.order.get(name, 1_000) <= rank:
            return
        self.texts[name], self.order[name] = words, rank

    def title(self, words: str) -> str:
        """Return the best title that is not only the site's name, empty for none. words: the title element."""
        good = (title for _, title in sorted(self.titles) if title not in (self.site, "首页", "正文"))
        return next((title for title in good if not names_site(title, words, self.site)), "")

    @property
    def site(self) -> str:
        """The site's name."""
        site = self.texts.get("site", "")
        return "" if site in _NO_SOURCE else site

    @property
    def source(self) -> str:
        """The source, empty for 本站 and the like."""
        source = re.sub(r"^来源\s*[:：]\s*", "", self.texts.get("source", ""))
        return "" if is_own_site(source) or _CODE.fullmatch(source) else original_name(source)

    @property
    def published(self) -> dt.date | None:
        """The day of publication."""
        return any_date(self.texts.get("published", ""))

    def link(self, address: str) -> str:
        """Return the article's address; address: that of the page, to which a relative one belongs."""
        link = self.texts.get("link", "").removesuffix("#rd")
        if link and address and not link.startswith(("http:", "https:")):
            link = _joined(address, link)
        usable = usable_address(link)
        if _is_same(usable, address):
            return address
        return usable if usable.rstrip("/").count("/") > 2 or "?" in usable else ""


def read_declared(root: etree._Element, page: str) -> Declared:
    """Return what a page declares. page: its text."""
    made = Declared()
    for element in root.iter("meta", "link", "script", "a"):
        if element.tag == "a":
            _read_account(made, element)
        elif element.tag == "meta":
            _read_meta(made, element)
        elif element.tag == "link" and element.get("rel", "").lower() == "canonical":
            made.put("link", element.get("href", ""), 1)
        elif element.tag == "script" and "ld+json" in element.get("type", "").lower():
            _read_json(made, element.text or "")
    if "js_content" in page or "msg_link" in page:
        _read_wechat(made, root, page)
    if "enpproperty" in page:
        _read_newspaper(made, page)
    _read_microdata(made, root)
    saved = _SAVED_FROM.search(page[:4_000])
    made.saved_from = usable_address(html.unescape(saved[1] or saved[2])) if saved else ""
    return made


def _read_meta(made: Declared, element: etree._Element) -> None:
    name = (element.get("name") or element.get("property") or element.get("itemprop") or "").lower()
    if name in _FIELDS and not ("itemprop" in element.attrib and _is_of_other(element)):
        field_name, rank = _FIELDS[name]
        made.put(field_name, element.get("content") or "", rank * 2)


def _is_of_other(element: etree._Element) -> bool:
    """Return whether a property is of somebody or something inside the article: its author's own address."""
    return any(_OTHERS.search(one.get("itemprop", "")) for one in element.iterancestors())


def _read_account(made: Declared, element: etree._Element) -> None:
    """Keep the text of a link to a writer's own page; those of persons, and as short as theirs, say nothing."""
    if _ACCOUNT.search(element.get("href", "")):
        name = "".join(element.itertext()).strip()
        if _SHORTEST_ACCOUNT <= len(name) <= _LONGEST_ACCOUNT and not _PERSON.search(name):
            made.accounts.add(name)


def _read_microdata(made: Declared, root: etree._Element) -> None:
    for element in root.iter("time"):
        if element.get("itemprop") == "datePublished" or "pubdate" in element.attrib:
            made.put("published", element.get("datetime", ""), 30)
        said = element.get("datetime") or "".join(element.itertext())
        if said.strip():
            made.texts.setdefault("time", said)


def _read_json(made: Declared, text: str) -> None:
    try:
        data = json.loads(_CONTROL.sub(" ", text.strip().rstrip(";")))
    except (ValueError, RecursionError):
        return
    for one in _objects(data, 0):
        kind = f"{one.get('@type', '')} {one.get('@context', '')}"
        if _KINDS.search(kind):
            _read_object(made, one)


def _objects(data: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > 6:
        return
    if isinstance(data, list):
        for one in data:
            yield from _objects(one, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity"):
            yield from _objects(data.get(key), depth + 1)


def _read_object(made: Declared, one: dict[str, object]) -> None:
    texts = {
        "title": one.get("headline") or one.get("title") or one.get("name"),
        "published": one.get("datePublished") or one.get("pubDate"),
        "source": one.get("sourceOrganization") or one.get("provider"),
        "link": one.get("url") or one.get("mainEntityOfPage") or one.get("@id"),
        "site": one.get("publisher"),
        "body": one.get("articleBody"),
    }
    for name, value in texts.items():
        made.put(name, _word(value), 20) if name != "body" else made.texts.setdefault("body", _word(value))


def _word(value: object) -> str:
    """Return the text of a value of JSON-LD: itself, or the name or address of what it describes."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id") or value.get("url") or ""
    return value if isinstance(value, str) else ""


def _read_wechat(made: Declared, root: etree._Element, page: str) -> None:
    for name, pattern in _WECHAT.items():
        match = pattern.search(page[-_LONGEST_SCRIPT:])
        if match:
            made.put(name, match[1].replace("\\x26amp;", "&").replace("\\x26", "&"), 9 if name == "link" else 0)
    for element in root.iter("h1", "h2", "a", "strong", "em", "span", "div"):
        known = _WECHAT_IDS.get(element.get("id", ""))
        if known:
            made.put(known, "".join(element.itertext()), 0 if known == "published" else -1)
    made.by_account = bool(made.texts.get("source"))


def _read_newspaper(made: Declared, page: str) -> None:
    """Take what the comment of a newspaper's system of pages says of an article: <date>, <title>, <url>."""
    found = _NEWSPAPER.search(page)
    for name, key in (("published", "date"), ("title", "title"), ("link", "url")):
        value = re.search(rf"<{key}>([^<>]{{1,300}})</{key}>", found[1]) if found else None
        if value:
            made.put(name, value[1], 0)


def _is_same(link: str, address: str) -> bool:
    """Return whether a declared link is the page's own address said otherwise: http for https, long for short."""
    if _SHORT_WECHAT.match(address) and "//mp.weixin.qq.com/" in link:
        return True
    return address.startswith("https://") and link == "http://" + address.removeprefix("https://")


def _joined(address: str, link: str) -> str:
    try:
        return urljoin(address, link)
    except ValueError:
        return ""
