"""Registers: where their entries are used; house words to a table and from one."""
