"""What other people's decoders raise for bytes that they cannot read: around the call of such a decoder only."""

import struct
import zipfile
import zlib

DECODER_FAULTS: tuple[type[Exception], ...] = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BufferError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
)
"""Pillow, lxml and zipfile raise all of these for damaged input, MemoryError for a size that is only claimed."""
