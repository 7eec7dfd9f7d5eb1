"""Web addresses in Chinese text: masking them, and telling whether two lead to the same place."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_LINK = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]{1,15}://[!-~]+|www\.[!-~]+|[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII
)
_TRACKING = re.compile(r"utm_\w+|spm|from|scene|chksm|isappinstalled|sharer_\w+")
_SHARED = re.compile(
    r"(?:utm_\w+|spm|scm|chksm|isappinstalled|sharer_\w+|share_\w+|nsukey|bd_vid|wfr|tdsourcetag|_from|sessionid|clicktime"
    r"|enterid|gclid|fbclid|pass_ticket|exportkey)(?:=.*)?|from=(?:timeline|groupmessage|singlemessage|weixin|weibo|qq|search)"
)
_WECHAT_KEYS = frozenset(("__biz", "mid", "idx", "sn"))
_TRAILING = "<>。，,;；)）》 "


def mask_links(text: str) -> str:
    """Return text of the same length in which addresses and mails are replaced by letters."""
    if "://" not in text and "@" not in text and "www." not in text:
        return text
    return _LINK.sub(lambda match: "x" * len(match[0]), text)


def is_web_link(link: str) -> bool:
    """Return whether link is an address that a browser opens: http or https with a host, no blanks."""
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in host.strip(".") and not re.search(r"\s", link)


def host_of(link: str) -> str:
    """Return the host in lower case, empty where there is none."""
    try:
        return urlsplit(link).hostname or ""
    except ValueError:
        return ""


def untracked(link: str) -> str:
    """Return an address without the keys that tell who shared it (utm_source, spm); the rest keeps its characters."""
    before, mark, query = link.partition("?")
    query, hash_mark, fragment = query.partition("#")
    kept = [pair for pair in query.split("&") if not _SHARED.fullmatch(pair)]
    return before + (mark if kept else "") + "&".join(kept) + hash_mark + fragment


def canonical_link(link: str) -> str:
    """Return the same text for all addresses of a page: without scheme, www, default page, tracking keys; keys sorted.

    Unknown keys are kept: on many sites one of them names the document.
    """
    try:
        parts = urlsplit(link.strip(_TRAILING))
        pairs = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return link
    host = (parts.hostname or "").removeprefix("www.")
    wechat = host == "mp.weixin.qq.com"
    kept = [(key, value) for key, value in pairs if (key in _WECHAT_KEYS if wechat else not _TRACKING.fullmatch(key))]
    path = re.sub(r"/(index\.html?)?$", "", parts.path)
    # single-page sites keep the address of the page behind the hash
    fragment = f"#{parts.fragment}" if "/" in parts.fragment else ""
    return f"{host}{path}?{urlencode(sorted(kept))}{fragment}"
