"""Pictures of approved pages in a library."""

from sqlalchemy import LargeBinary, cast, select
from sqlalchemy.orm import Session

from db.checks import spoilt
from db.rows import columns_of
from db.tables import SeenPageRow
from editor.model.seen_pages import SeenPages


def seen_pages_of(session: Session, approval: str) -> SeenPages | None:
    """Return the pictures kept with an approval, None where there are none. approval: digest of its statement."""
    # CAST gives bytes even where somebody replaced them by text
    columns = (
        SeenPageRow.approval,
        SeenPageRow.sheet,
        SeenPageRow.rasteriser,
        cast(SeenPageRow.data, LargeBinary).label("data"),
        SeenPageRow.checksum,
    )
    query = select(*columns).where(SeenPageRow.approval == approval).order_by(SeenPageRow.sheet)
    found = session.execute(query).all()
    if not found or any(spoilt(SeenPageRow.__tablename__, columns_of(row)) for row in found):
        # pictures are only shown, never used as evidence, so damaged ones count as missing
        return None
    return SeenPages(rasteriser=found[0].rasteriser, pages=tuple(row.data for row in found))


def add_seen_pages(session: Session, approval: str, seen: SeenPages) -> None:
    """Add the pictures of an approval's pages."""
    session.add_all(
        SeenPageRow(approval=approval, sheet=sheet, rasteriser=seen.rasteriser, data=data)
        for sheet, data in enumerate(seen.pages, 1)
    )
