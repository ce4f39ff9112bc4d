"""Where the pictures stand: side by side, or one in front with the others in a strip at its right."""

from dataclasses import dataclass
from math import ceil, sqrt

WIDTH, HEIGHT = 1280, 720
STRIP = 320
GAP = 4


@dataclass(frozen=True)
class Box:
    """Pixels, all even."""

    left: int
    top: int
    width: int
    height: int


def grid(count: int) -> list[Box]:
    """At least one box; as square a grid as it gets, its last row in the middle."""
    columns = ceil(sqrt(max(count, 1)))
    rows = ceil(max(count, 1) / columns)
    width, height = _even(WIDTH / columns), _even(HEIGHT / rows)
    boxes = []
    for number in range(count):
        row, column = divmod(number, columns)
        missing = rows * columns - count if row == rows - 1 else 0
        boxes.append(_inner(column * width + _even(missing * width / 2), row * height, width, height))
    return boxes


def with_front(others: int) -> list[Box]:
    """The one in front first."""
    if not others:
        return [Box(0, 0, WIDTH, HEIGHT)]
    height = min(_even(HEIGHT / others), STRIP * 9 // 16)
    strip = [_inner(WIDTH - STRIP, number * height, STRIP, height) for number in range(others)]
    return [Box(0, 0, WIDTH - STRIP, HEIGHT), *strip]


def _inner(left: int, top: int, width: int, height: int) -> Box:
    return Box(left + GAP, top + GAP, width - 2 * GAP, height - 2 * GAP)


def _even(length: float) -> int:
    return 2 * int(length / 2)
