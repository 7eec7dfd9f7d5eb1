"""Pictures of the pages as they were approved; like approvals they can be neither changed nor deleted."""

from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Create the table."""
    columns = "approval TEXT NOT NULL, sheet INTEGER NOT NULL, rasteriser TEXT NOT NULL, data BLOB NOT NULL"
    op.execute(f"CREATE TABLE seen_pages ({columns}, PRIMARY KEY (approval, sheet))")
    for change in ("UPDATE", "DELETE"):
        stay = "SELECT RAISE(ABORT, 'seen_pages stay as they are')"
        op.execute(f"CREATE TRIGGER seen_pages_no_{change.lower()} BEFORE {change} ON seen_pages BEGIN {stay}; END")
