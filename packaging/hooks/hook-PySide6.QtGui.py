"""Replaces PyInstaller's own hook: collects Qt's plugins except those that this program never uses.

They are left out here instead of in the spec, so that the libraries they need (GTK, QML, PDF) are not collected either.
"""

from pathlib import Path

from PyInstaller.utils.hooks.qt import add_qt6_dependencies

# drawing without a desktop, the on-screen keyboard, GTK's dialogs, picture formats that intake refuses, touch tables
UNUSED = ("eglfs", "linuxfb", "minimal", "vnc", "vkkhrdisplay", "virtualkeyboard", "gtk3", "qevdev", "tuiotouch",
          "libinput", "qpdf", "qtiff", "qicns", "qtga", "qwbmp", "ivi-shell", "fullscreen-shell", "vulkan")  # fmt: skip

hiddenimports, found, datas = add_qt6_dependencies(__file__)
binaries = [entry for entry in found if not any(word in Path(entry[0]).name for word in UNUSED)]
