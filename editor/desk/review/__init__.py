"""The review: steps of an issue from submitting to publishing, the chief editor's signature, its verification."""
