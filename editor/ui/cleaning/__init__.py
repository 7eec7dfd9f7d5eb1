"""整理 in the window: what would change, by rule, each edit ticked or not, made as one step."""
