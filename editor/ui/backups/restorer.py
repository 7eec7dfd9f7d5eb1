"""Who restores at this window, and at which machine."""

from editor.desk.ports import LibraryShelf
from editor.desk.review.trust import TrustFile
from editor.desk.starting.author import suggested_author
from editor.desk.starting.restoring import Restorer
from editor.ui.app.settings import Settings


def restorer_for(shelf: LibraryShelf, settings: Settings) -> Restorer:
    """Return what restores for whoever works here."""
    author = settings.author or suggested_author()
    return Restorer(shelf=shelf, trust=TrustFile(settings.trusted_keys), author=author)
