"""整理: an article, a selection, an issue or a text file cleaned by the rules that its publication uses."""

from editor.desk.cleaning.files import CleanedText, clean_lines
from editor.desk.cleaning.issues import (
    Choice,
    CleanedIssue,
    IssueCleaning,
    clean_issue,
    cleaned_workspace,
    cleaning_name,
    plan_articles,
    plan_issue,
    plan_library_issue,
    used_rules,
    why_not_whole,
)

__all__ = [
    "Choice",
    "CleanedIssue",
    "CleanedText",
    "IssueCleaning",
    "clean_issue",
    "clean_lines",
    "cleaned_workspace",
    "cleaning_name",
    "plan_articles",
    "plan_issue",
    "plan_library_issue",
    "used_rules",
    "why_not_whole",
]
