"""Amazon's event stream: prelude, headers, payload, each part with its CRC-32."""

import json
import struct
from binascii import crc32
from collections.abc import Mapping

STRING = 7
CRC_BYTES = 4
PRELUDE_BYTES = 8 + CRC_BYTES


def event(kind: str, payload: Mapping[str, object]) -> bytes:
    return _message({":event-type": kind, ":content-type": "application/json", ":message-type": "event"}, payload)


def exception(kind: str, payload: Mapping[str, object]) -> bytes:
    headers = {":exception-type": kind, ":content-type": "application/json", ":message-type": "exception"}
    return _message(headers, payload)


def payloads(buffer: bytearray) -> list[bytes]:
    """Takes each whole message off the front; what is left is the beginning of another."""
    taken = []
    while len(buffer) >= PRELUDE_BYTES and len(buffer) >= (size := struct.unpack(">I", buffer[:4])[0]):
        head_bytes = struct.unpack(">I", buffer[4:8])[0]
        taken.append(bytes(buffer[PRELUDE_BYTES + head_bytes : size - CRC_BYTES]))
        del buffer[:size]
    return taken


def _message(headers: Mapping[str, str], payload: Mapping[str, object]) -> bytes:
    head = b"".join(_header(name, value) for name, value in headers.items())
    body = json.dumps(payload).encode()
    prelude = struct.pack(">II", PRELUDE_BYTES + CRC_BYTES + len(head) + len(body), len(head))
    message = prelude + struct.pack(">I", crc32(prelude)) + head + body
    return message + struct.pack(">I", crc32(message))


def _header(name: str, value: str) -> bytes:
    return bytes([len(name)]) + name.encode() + bytes([STRING]) + struct.pack(">H", len(value)) + value.encode()
