"""Starting: where a library lies, who works with it, a new publication, last week's issue as a library."""
