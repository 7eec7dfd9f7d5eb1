"""The rules, a module a group. A new one is a function and an entry in its module's RULES."""
