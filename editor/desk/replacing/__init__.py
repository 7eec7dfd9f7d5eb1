"""Find and replace in an article, an issue and the library: hits first, then the chosen ones applied."""

from editor.desk.replacing.across import IssueHits, LibraryReplacement, Skip, find_in_library, replace_in_library
from editor.desk.replacing.apply import replaced, replaced_issue, replaced_workspace
from editor.desk.replacing.hits import Search, SearchHit, find_in_article, find_in_issue, find_in_workspace
from editor.desk.replacing.walk import SearchPosition, first_from, replacement_name

__all__ = [
    "IssueHits",
    "LibraryReplacement",
    "Search",
    "SearchHit",
    "SearchPosition",
    "Skip",
    "find_in_article",
    "find_in_issue",
    "find_in_library",
    "find_in_workspace",
    "first_from",
    "replace_in_library",
    "replaced",
    "replaced_issue",
    "replaced_workspace",
    "replacement_name",
]
