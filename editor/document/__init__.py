"""What gets printed: a document of parts and the look it is set in. Word and PDF render the same document."""
