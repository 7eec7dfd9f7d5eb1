"""A typesetter that was made ready while something else was done."""

from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.interchange.sample import sample_issue
from editor.pages.prewarm import typesetter_ahead
from editor.pages.typesetter import Typesetter


def test_it_sets_the_same_bytes_as_a_new_one() -> None:
    issue, _, pictures = sample_issue()
    look = look_table(issue.look)
    document = issue_document(issue, title_width=look.title_width)
    with typesetter_ahead() as typesetter_for, Typesetter() as new:
        made = [one.render(document, look, pictures, final=True) for one in (typesetter_for(()), new)]
    assert made[0].pdf == made[1].pdf
