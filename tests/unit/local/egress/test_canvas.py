from collections.abc import Callable

import numpy
import pytest

from local.egress.recorder.canvas import BLACK, NEUTRAL, Canvas
from local.egress.recorder.layout import HEIGHT, WIDTH, Box, grid, with_front
from local.egress.recorder.picture import Picture, Plane
from local.egress.recorder.scene import Scene, Tile
from tests.unit.local.egress.pictures import a_picture, half_bright

pytestmark = pytest.mark.unit


def drawn(canvas: Canvas, *others: Picture, front: Picture | None = None) -> Plane:
    tiles = tuple(Tile(f"TR_{number}", picture) for number, picture in enumerate(others))
    frame = canvas.draw(Scene(0, Tile("TR_front", front) if front else None, tiles))
    return frame.to_ndarray().astype(numpy.uint8, copy=False)[:HEIGHT]


@pytest.mark.parametrize("count", range(1, 17))
@pytest.mark.parametrize("arrange", [grid, with_front])
def test_no_tile_covers_another_or_leaves_the_picture(count: int, arrange: Callable[[int], list[Box]]) -> None:
    covered = numpy.zeros((HEIGHT, WIDTH), int)

    for box in arrange(count):
        assert not any(side % 2 for side in (box.left, box.top, box.width, box.height))
        assert box.left + box.width <= WIDTH and box.top + box.height <= HEIGHT
        covered[box.top : box.top + box.height, box.left : box.left + box.width] += 1
    assert covered.max() == 1


def test_one_camera_fills_the_picture_and_two_stand_side_by_side() -> None:
    (one,) = grid(1)
    left, right = grid(2)

    assert (one.width, one.height) > (WIDTH - 10, HEIGHT - 10)
    assert left.top == right.top and left.left + left.width <= right.left


def test_a_screen_is_large_and_cameras_are_in_the_strip() -> None:
    shown = drawn(Canvas(), a_picture(100), a_picture(150), front=a_picture(200))

    assert [shown[HEIGHT // 2, 480], shown[90, 1120], shown[270, 1120], shown[700, 1120]] == [200, 100, 150, BLACK]


def test_nobody_s_picture_is_a_neutral_tile() -> None:
    shown = drawn(Canvas())

    assert (shown[HEIGHT // 2, WIDTH // 2], shown[10, 10]) == (NEUTRAL, BLACK)


def test_who_leaves_leaves_no_trace() -> None:
    canvas = Canvas()
    drawn(canvas, a_picture(100), a_picture(150))

    assert set(numpy.unique(drawn(canvas))) == {BLACK, NEUTRAL}


def test_a_picture_is_shown_whole_whatever_its_shape() -> None:
    shown = drawn(Canvas(), a_picture(200, 99, 201))

    lit = numpy.nonzero(shown > 150)
    width, height = (int(axis.max() - axis.min() + 1) for axis in (lit[1], lit[0]))
    assert width / height == pytest.approx(99 / 201, abs=0.01)


@pytest.mark.parametrize(("quarter_turns", "bright"), [(0, (-1, 0)), (1, (0, 1)), (2, (1, 0)), (3, (0, -1))])
def test_the_picture_of_a_turned_phone_stands_upright(quarter_turns: int, bright: tuple[int, int]) -> None:
    shown = drawn(Canvas(), half_bright(360, 200, quarter_turns=quarter_turns))

    row, column = (90 * way for way in bright)
    assert shown[HEIGHT // 2 + row, WIDTH // 2 + column] > 200
    assert shown[HEIGHT // 2 - row, WIDTH // 2 - column] < 30
