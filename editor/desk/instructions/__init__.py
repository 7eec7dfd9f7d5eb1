"""领导批示: what leaders wrote about printed articles, kept beside the archive."""
