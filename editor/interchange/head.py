"""The first two fields of every file format of this program, read before the rest."""

import msgspec


class FileHead(msgspec.Struct):
    """format: which kind of file; version: of that format, from 1. Both are empty in a file that has none."""

    format: str = ""
    version: int = 0
