"""Reading for approval (审读): read marks, and pages of notes."""
