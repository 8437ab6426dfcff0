"""Document ids -> file names that are safe on every file system, and never the same for two ids."""

from __future__ import annotations

import hashlib
import unicodedata

SAFE = frozenset("-_.,()+=@ ")
"""What stands for itself in a file name besides letters and digits."""
LONGEST = 180
"""Bytes of a file name; most file systems allow 255, and temporary names and suffixes come on top."""
RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{digit}" for digit in range(10)), *(f"lpt{digit}" for digit in range(10)))
)
"""Names that Windows keeps for devices, whatever the suffix."""


def file_name(document_id: str) -> str:
    """The name, without suffix, of the files of a document: its id with percent-encoding where it is not safe.

    A name that would be too long is cut and ends with a hash of the id.

    >>> file_name("2020-10-20 summit"), file_name("../../x")
    ('2020-10-20 summit', '%2E.%2F..%2Fx')
    """
    name = "".join(char if _is_safe(char, at, document_id) else _encoded(char) for at, char in enumerate(document_id))
    if len(name.encode()) <= LONGEST:
        return name
    digest = hashlib.sha256(document_id.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    head = name.encode()[: LONGEST - len(digest) - 2].decode(errors="ignore")
    return f"{head}%-{digest}"


def _is_safe(char: str, at: int, document_id: str) -> bool:
    if at == 0 and (char in "-. " or document_id.split(".")[0].lower() in RESERVED):
        return False
    if at == len(document_id) - 1 and char in " .":
        return False
    if not char.isascii():
        return char.isalnum() and unicodedata.is_normalized("NFC", document_id)
    return char.isalnum() or char in SAFE


def _encoded(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))
