"""The model as bytes: canonical JSON, the issue file and its schema. Owns format versions and their upgrades."""
