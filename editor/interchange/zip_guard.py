"""Checks before a zip's list of members is read, since a hostile list alone can fill the memory."""

import zipfile

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Accepted compression methods; unpacking others can take gigabytes of memory."""
_LISTED = b"PK\x01\x02"
# counted with the lists of zips inside the zip
_MOST_LISTED = 100_000


def lists_too_much(data: bytes) -> bool:
    """Return whether a zip lists more members than any file of an office has, those of zips inside it included."""
    return data.count(_LISTED) > _MOST_LISTED
