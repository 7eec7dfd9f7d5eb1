"""Every issue gets its own copy of its publication's steps of review and proofreading."""

from alembic import op

revision = "0011"
down_revision = "0009"

_COPY = """
    UPDATE issues SET data = json_set(issues.data, '$.archive.steps', json_object('gate', 'nothing',
        'proof', json(json_extract(publications.data, '$.proof_steps')),
        'review', json(json_extract(publications.data, '$.review_steps')), 'skipping', json('false')))
    FROM publications WHERE publications.uid = issues.publication
        AND json_type(publications.data, '$.review_steps') = 'array'
        AND json_type(publications.data, '$.proof_steps') = 'array'
"""


def upgrade() -> None:
    """Write the copies; without steps in the publication both have the program's default, and nothing is written."""
    op.execute(_COPY)
