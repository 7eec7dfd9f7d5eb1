"""刊物设置: what a publication sets, whom a change reaches, and the profile as a file."""
