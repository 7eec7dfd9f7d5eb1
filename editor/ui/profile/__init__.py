"""刊物设置: what every issue of a publication begins with, beside a page that shows it."""
