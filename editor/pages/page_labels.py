"""Page labels of a PDF as its folios are printed; i, ii for the pages before.

The typesetter writes no labels for 01 to 09 with 10 after them. They are put into the catalog, which it writes last, so
that nothing but the place of the list behind it moves.
"""

import re

_CATALOG = re.compile(rb"\n\d+ 0 obj\n<</Type/Catalog")
_LIST = re.compile(rb"startxref\n(\d+)\n")


def with_page_labels(pdf: bytes, *, front: int, sheets: int, two_digits: bool) -> bytes:
    """Return a PDF whose pages are called by their folios. front: sheets before the first; sheets: of all.

    two_digits: whether the first nine are 01 to 09. A PDF that has labels, or whose catalog is not where the typesetter
    writes it, is returned as it is.
    """
    places = list(_CATALOG.finditer(pdf))
    found = _LIST.search(pdf, places[-1].end()) if places else None
    if found is None or int(found[1]) < places[-1].end() or b"/PageLabels" in pdf[places[-1].end() : int(found[1])]:
        return pdf
    if b" 0 obj\n" in pdf[places[-1].end() : int(found[1])]:
        return pdf
    labels = b"/PageLabels<</Nums[%s]>>" % b"".join(_ranges(front, sheets, two_digits=two_digits))
    moved = b"startxref\n%d\n" % (int(found[1]) + len(labels))
    at = places[-1].end()
    return pdf[:at] + labels + pdf[at : found.start()] + moved + pdf[found.end() :]


def _ranges(front: int, sheets: int, *, two_digits: bool) -> list[bytes]:
    """Return the ranges of labels: a first sheet, from 0, and how its pages are counted (PDF 1.7, 12.4.2)."""
    counted = [(front, b"/S/D/P(0)"), (front + 9, b"/S/D/St 10")] if two_digits else [(front, b"/S/D")]
    if front:
        counted.insert(0, (0, b"/S/r"))
    return [b"%d<<%s>>" % one for one in counted if one[0] < sheets]
