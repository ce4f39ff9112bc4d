import pytest

from echosphere.domain.thumbnails import Thumbnails, tiles_of, to_track

pytestmark = pytest.mark.unit


def track(count: int, *, duration_s: float) -> str:
    return to_track(Thumbnails(count=count, tile_height=90, sheets=(), poster=b""), duration_s=duration_s)


def test_every_second_has_its_part_of_a_sheet() -> None:
    assert track(2, duration_s=7.5) == (
        "WEBVTT\n\n"
        "00:00:00.000 --> 00:00:05.000\nsprite_001.jpg#xywh=0,0,160,90\n\n"
        "00:00:05.000 --> 00:00:07.500\nsprite_001.jpg#xywh=160,0,160,90\n"
    )


def test_a_sheet_holds_a_hundred_in_ten_rows() -> None:
    lines = [line for line in track(102, duration_s=510).splitlines() if "#xywh" in line]

    assert lines[99:] == [
        "sprite_001.jpg#xywh=1440,810,160,90",
        "sprite_002.jpg#xywh=0,0,160,90",
        "sprite_002.jpg#xywh=160,0,160,90",
    ]


@pytest.mark.parametrize(("duration_s", "tiles"), [(0.0, 1), (5.0, 1), (5.1, 2), (3600.0, 720)])
def test_a_tile_begins_each_five_seconds(duration_s: float, tiles: int) -> None:
    assert tiles_of(duration_s) == tiles
