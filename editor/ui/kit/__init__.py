"""Widgets and small tools of no feature: fields, labels, frames of dialogs, jobs."""
