"""Cuts what a killed writer left unfinished off the end of a fragmented MP4."""

import struct
from pathlib import Path

# 32 bits of size, four letters; size 1 says that 64 bits of size follow (ISO/IEC 14496-12, 4.2).
HEADER = struct.Struct(">I4s")
LONG_SIZE = struct.Struct(">Q")
MEDIA = b"mdat"


def keep_whole_fragments(path: Path) -> int:
    """Answers how many bytes are left; 0 when not even one fragment was whole."""
    size, whole, start = path.stat().st_size, 0, 0
    with path.open("r+b") as file:
        while box := _box(file.read(HEADER.size + LONG_SIZE.size)):
            length, kind = box
            start += length
            if start > size:
                break
            if kind == MEDIA:
                whole = start
            file.seek(start)
        file.truncate(whole)
    return whole


def _box(header: bytes) -> tuple[int, bytes] | None:
    if len(header) < HEADER.size:
        return None
    length, kind = HEADER.unpack_from(header)
    if length == 1 and len(header) == HEADER.size + LONG_SIZE.size:
        (length,) = LONG_SIZE.unpack_from(header, HEADER.size)
    return (length, kind) if length >= HEADER.size else None
