"""Dialogs that begin an issue and a publication."""
