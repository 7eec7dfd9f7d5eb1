"""What a link to the source of an article is called where its address is not shown."""

import re

_CALLED = re.compile(
    r"[（(\[【]?(?:点击|点此)?(?:原文|阅读原文|查看原文|阅读全文|查看全文|原文链接|原文地址|网页链接|文章链接|链接)"
    r"\s*[:：>》]*[）)\]】]?"
)


def names_source_link(text: str) -> bool:
    """Return whether a line says no more than that the source is linked, e.g. 阅读原文."""
    return _CALLED.fullmatch(text.strip()) is not None
