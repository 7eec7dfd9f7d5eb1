"""Starting: the place of a library, its user's name, a new publication, a library from last week's issue."""
