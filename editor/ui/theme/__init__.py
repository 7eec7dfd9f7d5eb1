"""How the window looks: tokens, fonts, palette, style sheet, icons."""
