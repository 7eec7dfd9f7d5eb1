"""The office's papers as the window shows, prints and saves them."""
