import pytest

from editor.text.address import has_foreign_scheme, typed_address, usable_address

USABLE = (
    "https://example.org/a?b=1&c=《》#d",
    "HTTP://EXAMPLE.ORG",
    "http://192.0.2.1:8080/a",
    "mailto:desk@example.org",
    "mailto:desk@example.org,chief@example.org?subject=%E7%AE%80%E6%8A%A5&CC=a@example.org",
)
FOREIGN = (
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " \tjavascript:alert(1)",
    "java\nscript:alert(1)",
    "java\u200bscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript:MsgBox(1)",
    "file:///etc/passwd",
    "file://host/share/a.lnk",
    "\\\\host\\share\\a.exe",
    "ms-word:ofe|u|https://example.org/a.docx",
    "ms-settings:privacy",
    "search-ms:query=a",
    "smb://host/share",
    "ftp://example.org/a",
    "mailto:desk@example.org?attach=/etc/passwd",
    "mailto:",
    "http:\\\\example.org",
    "https:///a",
    "http:a",
)
NEITHER = (
    "javascript%3Aalert(1)",
    "&#106;avascript:alert(1)",
    "www.example.org/a",
    "example.org:8080/a",
    "第3期：见附件",
    "#a",
    "/a/b",
    "",
)
HIDDEN = (
    "ht\ntp://example.org",
    "https://exa mple.org",
    "https://example.org/\u202ecod.exe",
    "https://example.org\x7f",
)


@pytest.mark.parametrize("address", USABLE)
def test_web_pages_and_mails_can_be_followed(address):
    assert usable_address(f" {address}\n") == address
    assert not has_foreign_scheme(address)


@pytest.mark.parametrize("address", [*FOREIGN, *NEITHER, *HIDDEN])
def test_nothing_else_can(address):
    assert usable_address(address) == ""


@pytest.mark.parametrize("address", FOREIGN)
def test_an_address_that_opens_a_program_is_told_from_words(address):
    assert has_foreign_scheme(address)


@pytest.mark.parametrize("address", NEITHER)
def test_words_and_addresses_without_a_scheme_stay_words(address):
    assert not has_foreign_scheme(address)


def test_a_pages_own_scheme_is_the_web():
    assert usable_address("//example.org/a") == "https://example.org/a"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (" www.gov.cn/zhengce ", "https://www.gov.cn/zhengce"),
        ("例子.中国", "https://例子.中国"),
        ("a@b.cn", "mailto:a@b.cn"),
        ("http://a.cn", "http://a.cn"),
        ("javascript:alert.call(1)", ""),
        ("file:///etc/a.b", ""),
        ("没有点", ""),
        ("两 处.空格", ""),
        ("", ""),
    ],
)
def test_an_address_may_be_written_without_its_scheme(words, meant):
    assert typed_address(words) == meant
