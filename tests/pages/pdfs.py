"""Small PDFs written by hand."""


def pdf_of(content="", *, box="0 0 595 842", pages=1, count=None):
    """A PDF of equal pages. content: operators; box: MediaBox; count: of pages as the file says."""
    kids = " ".join(f"{5 + number} 0 R" for number in range(pages))
    font = "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    bodies = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {pages if count is None else count}>>",
        f"<</Length {len(content)}>>\nstream\n{content}\nendstream",
        "<</Title(x)>>",
        *[f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 3 0 R/Resources<<{font}>>>>"] * pages,
    ]
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(bodies) + 1
    end = f"trailer\n<</Size {size}/Root 1 0 R/Info 4 0 R>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode()
