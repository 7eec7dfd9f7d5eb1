import pytest

from editor.text.links import canonical_link, host_of, is_web_link, mask_links
from editor.text.places import host_province, provinces_named


def test_addresses_are_masked_at_their_length():
    text = "见https://example.org/a,b(c)，或desk@example.org。"
    assert mask_links(text) == "见" + "x" * 26 + "，或" + "x" * 16 + "。"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://www.example.org/a/", "https://example.org/a", True),
        ("https://example.org/index.html", "https://example.org", True),
        ("https://example.org/a?b=1&a=2&utm_medium=x", "https://example.org/a?a=2&b=1", True),
        ("https://example.org/a?docId=1", "https://example.org/a?docId=2", False),
        ("https://example.org/#/a", "https://example.org/#/b", False),
        (
            "https://mp.weixin.qq.com/s?__biz=1&mid=2&idx=1&sn=3&chksm=4",
            "https://mp.weixin.qq.com/s?__biz=1&mid=2&idx=1&sn=3",
            True,
        ),
        ("https://mp.weixin.qq.com/s/abc", "https://mp.weixin.qq.com/s/abd", False),
    ],
)
def test_addresses_of_one_page_are_told(one, other, same):
    assert (canonical_link(one) == canonical_link(other)) is same


@pytest.mark.parametrize(
    ("link", "good"), [("https://a.cn/x", True), ("a.cn", False), ("https://", False), ("http://[", False)]
)
def test_what_a_browser_opens(link, good):
    assert is_web_link(link) is good
    assert host_of(link) in ("a.cn", "")


def test_places_by_name_and_host():
    assert provinces_named("杭州市与广西壮族自治区") == {"浙江", "广西"}
    assert host_province("oss.internet.cloud.zj.gov.cn") == "浙江"
    assert host_province("www.mof.gov.cn") == ""
