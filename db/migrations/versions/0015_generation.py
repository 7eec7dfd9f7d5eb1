"""The library's generation: tells to which state of the file a -wal belongs (see db/generation.py)."""

from alembic import context, op
from sqlalchemy import text

from db.generation import CREATE, first_mark

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Create the table and its only row, bound to the file as it is before this upgrade."""
    op.execute(CREATE)
    before = context.config.attributes["generation_before"]
    op.get_bind().execute(text("INSERT INTO generation VALUES (:mark)"), {"mark": first_mark(before)})
