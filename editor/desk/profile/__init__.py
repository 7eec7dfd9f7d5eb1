"""刊物设置: a publication's settings, which issues a change applies to, and the profile as a file."""
