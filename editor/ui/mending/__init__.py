"""修复刊库：what is damaged, and what it can be mended from."""
