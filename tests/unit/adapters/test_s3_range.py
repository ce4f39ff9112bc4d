"""How often S3 is asked, and that what is read is what lies there."""

import io
from contextlib import nullcontext
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from echosphere.adapters.s3_range import LEAST_BYTES, MOST_BYTES, S3Range
from echosphere.ports.media_store import StoredObject

pytestmark = pytest.mark.unit
SECOND = 350 * 1024  # of a talk with a camera


class Asked:
    """S3, of one object. `spans`: from where to where it was asked, the last byte included."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.spans: list[tuple[int, int]] = []

    def get_object(self, *, Range: str, **_whose: str) -> dict[str, io.BytesIO]:  # noqa: N803  # S3's name
        first, last = (int(each) for each in Range.removeprefix("bytes=").split("-"))
        self.spans.append((first, last))
        return {"Body": io.BytesIO(self.content[first : last + 1])}


def opened(asked: Asked) -> S3Range:
    stored = StoredObject(key="media/a", version="1", size_bytes=len(asked.content))
    return S3Range(cast("Any", asked), "bucket", stored, nullcontext)


def numbered(size: int) -> bytes:
    return bytes(place * 31 % 251 for place in range(size))


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 900)), max_size=30))
def test_wherever_one_looks_there_is_what_lies_there(looks: list[tuple[int, int]]) -> None:
    content = numbered(2500)
    file = opened(Asked(content))

    for at, count in looks:
        file.seek(at)
        assert file.read(count) == content[at : at + count]


def test_a_look_fetches_little_and_never_beyond_the_end() -> None:
    asked = Asked(bytes(3 * LEAST_BYTES))
    file = opened(asked)

    for at in (0, 10, 2 * LEAST_BYTES + 10):
        file.seek(at)
        file.read(10)

    assert asked.spans == [(0, LEAST_BYTES - 1), (2 * LEAST_BYTES + 10, 3 * LEAST_BYTES - 1)]


def test_whoever_goes_through_it_asks_for_twice_as_much_each_time_up_to_a_bound() -> None:
    asked = Asked(bytes(40 * 1024 * 1024))
    file = opened(asked)

    while file.read(32 * 1024):
        pass

    lengths = [last + 1 - first for first, last in asked.spans[:-1]]
    assert lengths[:3] == [LEAST_BYTES, 2 * LEAST_BYTES, 4 * LEAST_BYTES]
    assert max(lengths) == MOST_BYTES
    assert sum(last + 1 - first for first, last in asked.spans) == len(asked.content)


def test_whoever_asks_where_the_end_is_before_each_second_loses_nothing_by_it() -> None:
    """As FFmpeg does in a file of fragments, of which it skips half."""
    asked = Asked(bytes(60 * SECOND))
    file = opened(asked)

    for second in range(60):
        file.seek(0, io.SEEK_END)
        file.seek(second * SECOND)
        file.read(SECOND // 2)
        file.seek(second * SECOND + SECOND // 2 + 100)
        file.read(1000)

    assert len(asked.spans) < 12
    assert sum(last + 1 - first for first, last in asked.spans) <= len(asked.content)


def test_a_jump_begins_anew_with_little() -> None:
    asked = Asked(bytes(40 * 1024 * 1024))
    file = opened(asked)

    for at in (0, LEAST_BYTES, 30 * 1024 * 1024, 1024):
        file.seek(at)
        file.read(10)

    assert [last + 1 - first for first, last in asked.spans] == [LEAST_BYTES, 2 * LEAST_BYTES, LEAST_BYTES, LEAST_BYTES]
