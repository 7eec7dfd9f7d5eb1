"""The first two fields of every file of the program's own: read before anything else of it is."""

import msgspec


class FileHead(msgspec.Struct):
    """format: which kind of file; version: of that format, from 1. Both are empty in a file that has none."""

    format: str = ""
    version: int = 0
