"""The outline of an issue: parts, sections and articles with their folios."""
