"""Checks: what a managing editor would act on, found by rules. Context in, findings out; nothing is changed."""
