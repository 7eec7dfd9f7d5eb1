"""Registers: where their entries are used."""
