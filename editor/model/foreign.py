"""Exceptions that decoders of other libraries raise for unreadable bytes; to be caught only around their calls."""

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
"""Pillow, lxml and zipfile raise all of these for damaged input, MemoryError where a header claims a huge size."""
