"""Small pictures of a recording, many on one sheet, and the WebVTT that says which stands where."""

from dataclasses import dataclass
from math import ceil

from echosphere.domain.captions import timestamp

EVERY_S = 5
TILE_WIDTH = 160
COLUMNS, ROWS = 10, 10
TILES_A_SHEET = COLUMNS * ROWS


@dataclass(frozen=True, slots=True, kw_only=True)
class Thumbnails:
    """JPEGs. `sheets` hold `count` tiles of TILE_WIDTH by `tile_height` pixels, one for each EVERY_S seconds."""

    count: int
    tile_height: int
    sheets: tuple[bytes, ...]
    poster: bytes


def tiles_of(duration_s: float) -> int:
    return max(1, ceil(duration_s / EVERY_S))


def sheet_name(number: int) -> str:
    """`number` counts from 0."""
    return f"sprite_{number + 1:03d}.jpg"


def to_track(thumbnails: Thumbnails, *, duration_s: float) -> str:
    """Media fragments say what part of a sheet is meant (W3C Media Fragments URI 1.0, 4.2.2)."""
    blocks = [_block(number, thumbnails, duration_s) for number in range(thumbnails.count)]
    return "\n".join(["WEBVTT", "", *blocks])


def _block(number: int, thumbnails: Thumbnails, duration_s: float) -> str:
    sheet, place = divmod(number, TILES_A_SHEET)
    row, column = divmod(place, COLUMNS)
    box = (column * TILE_WIDTH, row * thumbnails.tile_height, TILE_WIDTH, thumbnails.tile_height)
    from_s, to_s = number * EVERY_S, min((number + 1) * EVERY_S, duration_s)
    where = f"{sheet_name(sheet)}#xywh={','.join(map(str, box))}"
    return f"{timestamp(from_s)} --> {timestamp(max(to_s, from_s))}\n{where}\n"
