"""Changes that tests make as the window would."""

from editor.model.edits import put_article


def save_article(library, issue, article, *, author):
    """Save another value of one article of an issue."""
    space = library.workspace(issue)
    library.save_workspace(space, put_article(space, article), author=author)
