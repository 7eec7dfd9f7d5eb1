"""What elements mean, by tag."""

from editor.model.body import Script


def tags(text: str) -> frozenset[str]:
    """Return the names of tags in a text."""
    return frozenset(text.split())


BLOCKS = tags(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section summary
    table tbody td tfoot th thead tr ul"""
)
# block elements whatever their style says: a flow begins and ends with them
ALWAYS_BLOCKS = tags("li ul ol menu dir table caption tr td th blockquote figure figcaption")
UNSEEN = tags("datalist link meta noframes noscript script select style template title xml rp")
EMBEDDED = tags(
    """applet audio canvas embed frame iframe mp-common-mpaudio mp-common-videosnap mpvideosnap mpvoice object svg
    video"""
)
# readings above characters; the characters are their own text
READINGS = tags("rt rtc")
BOLD = tags("b strong")
ITALIC = tags("i em")
SCRIPTS = {"sup": Script.SUPER, "sub": Script.SUB}
STRUCK = tags("s strike")
HEADINGS = {f"h{rank}": rank for rank in range(1, 7)}
LINES = tags("pre textarea listing xmp")
