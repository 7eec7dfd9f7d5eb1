"""The application around the windows: start, settings, language, what is on the screen."""
