"""No visible text is lost: random pages read against the text that they were made of."""

from hypothesis import given
from hypothesis import strategies as st

from editor.intake.html import blocks_from_html
from editor.model.block_texts import block_texts
from editor.text.sanitise import sanitise
from tests.strategies import CHARACTERS

# markers of lists and typed placeholders are not what is tested here
words = (
    st.text(CHARACTERS, min_size=1, max_size=6).map(lambda text: sanitise(text).replace("来源", "")).filter(str.strip)
)
INLINE = ("b", "strong", "i", "em", "span", "sup", "sub", "u", "font", "a", "ins", "s")
HIDDEN = (
    "<script>无</script>",
    "<del>无</del>",
    "<p style='display:none'>无</p>",
    "<!-- 无 -->",
    "<o:p></o:p>",
    "<br>",
)
TAGS = "p div span b h1 h3 ul ol li table tr td th tbody caption blockquote figure figcaption cite pre a br dl dt"
SOUP = TAGS.split()


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


@st.composite
def inline(draw):
    parts = []
    for word in draw(st.lists(words, min_size=1, max_size=3)):
        tag = draw(st.sampled_from(INLINE))
        marked = f"<{tag}>{escaped(word)}</{tag}>" if draw(st.booleans()) else escaped(word)
        parts.append((marked + draw(st.sampled_from(("", "", *HIDDEN[1:2], *HIDDEN[3:]))), word))
    return "".join(html for html, _ in parts), "".join(text for _, text in parts)


def wrapped(tag, inner, *, attributes=""):
    return inner.map(lambda pair: (f"<{tag}{attributes}>{pair[0]}</{tag}>\n", pair[1]))


def joined(tags, inner, most=3):
    """Return several of inner, each in one of the tags, as one pair."""
    one = st.sampled_from(tags).flatmap(lambda tag: wrapped(tag, inner))
    return st.lists(one, min_size=1, max_size=most).map(lambda pairs: tuple(map("".join, zip(*pairs, strict=True))))


def containers(inner):
    row = joined(("td", "th"), inner)
    return st.one_of(
        joined(("div", "section", "blockquote", "article"), inner),
        wrapped("ul", joined(("li",), inner)),
        wrapped("table", joined(("tr",), row)),
        wrapped("table", wrapped("tbody", joined(("tr",), row)), attributes=" style='x:y'"),
    )


pages = st.recursive(joined(("p", "h2", "div", "pre", "unknown-tag"), inline()), containers, max_leaves=8)


def squeezed(text):
    return "".join(text.split())


def all_text(pasted):
    return squeezed("".join(text for block in pasted.blocks for text in block_texts(block)))


@given(pages, st.sampled_from(HIDDEN))
def test_all_visible_text_is_there_in_order(page, hidden):
    html, text = page
    assert all_text(blocks_from_html(hidden + html)) == squeezed(text)


@given(st.lists(st.tuples(st.sampled_from(SOUP), st.sampled_from(("<", "</", "")), st.booleans()), max_size=30))
def test_every_word_survives_any_soup_once(pieces):
    html, wanted = "", []
    for number, (tag, kind, worded) in enumerate(pieces):
        html += f"{kind}{tag}>" if kind else ""
        if worded:
            wanted.append(f"《{number}》")
            html += wanted[-1]
    found = all_text(blocks_from_html(html))
    assert all(found.count(word) == 1 for word in wanted)
    assert len(found) >= sum(map(len, wanted))


@given(st.text(st.sampled_from("<>/=\"'&;#!-[] \n字bpultdrh1"), max_size=60))
def test_nothing_crashes(html):
    blocks_from_html(html)
