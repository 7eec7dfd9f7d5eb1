"""The office's papers beside an issue; see editor.document.papers."""
