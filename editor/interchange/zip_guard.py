"""What is looked at in a zip before its list of members is read: the list alone may be made to fill the memory."""

import zipfile

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How honest members are packed; the others may ask for gigabytes of memory to be unpacked."""
_LISTED = b"PK\x01\x02"
# zips inside have lists of their own
_MOST_LISTED = 100_000


def lists_too_much(data: bytes) -> bool:
    """Return whether a zip lists more members than any file of an office has, those of zips inside it included."""
    return data.count(_LISTED) > _MOST_LISTED
