"""How files and copies are read for a publication: by what its library knows, and the rules that it uses."""

from editor.desk.cleaning import used_rules
from editor.desk.intake.guessing import knowledge_of
from editor.desk.intake.reading import ReadingOptions
from editor.desk.ports import Library
from editor.intake.manuscript import TrackedChanges


def reading_options(
    library: Library,
    publication: str,
    *,
    author: str,
    as_articles: bool = False,
    changes: TrackedChanges = TrackedChanges.ACCEPTED,
) -> ReadingOptions:
    """Return how manuscripts for a publication are read. author: who takes them in; the rest as in `ReadingOptions`."""
    return ReadingOptions(
        as_articles=as_articles,
        changes=changes,
        review=library.review,
        known=knowledge_of(library, publication, editor=author),
        rules=used_rules(library.publication(publication)),
    )
