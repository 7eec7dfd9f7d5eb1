"""Pictures of approved pages in a library."""

from sqlalchemy.orm import Session

from db.tables import SeenPageRow
from editor.model.seen_pages import SeenPages


def add_seen_pages(session: Session, approval: str, seen: SeenPages) -> None:
    """Add the pictures of an approval's pages."""
    session.add_all(
        SeenPageRow(approval=approval, sheet=sheet, rasteriser=seen.rasteriser, data=data)
        for sheet, data in enumerate(seen.pages, 1)
    )
