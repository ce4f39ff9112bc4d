"""Draws scenes. What is the same as in the last one is not drawn again."""

import av
import numpy
from av.video.reformatter import VideoReformatter

from local.egress.recorder.layout import HEIGHT, WIDTH, Box, grid, with_front
from local.egress.recorder.picture import I420, Picture, Plane, fit, planes_of
from local.egress.recorder.scene import Scene, Tile

BLACK, NEUTRAL, NO_COLOUR = 16, 48, 128
# In the middle of the black, when nobody sends a picture.
EMPTY_TILE = Box(WIDTH // 2 - 160, HEIGHT // 2 - 90, 320, 180)


class Canvas:
    def __init__(self) -> None:
        self._flat: Plane = numpy.full(WIDTH * HEIGHT * 3 // 2, NO_COLOUR, numpy.uint8)
        self._planes = planes_of(self._flat, WIDTH, HEIGHT)
        self._boxes: list[tuple[str, Box]] | None = None
        self._drawn: dict[str, Picture] = {}
        self._scalers: dict[str, VideoReformatter] = {}

    def draw(self, scene: Scene) -> av.VideoFrame:
        tiles = scene.tiles
        places = with_front(len(scene.others)) if scene.front else grid(len(tiles))
        boxes = [(tile.track, box) for tile, box in zip(tiles, places, strict=True)]
        if boxes != self._boxes:
            self._clear(boxes)
        for tile, box in zip(tiles, places, strict=True):
            if self._drawn.get(tile.track) is not tile.picture:
                self._put(tile, box)
        return av.VideoFrame.from_ndarray(self._flat.reshape(HEIGHT * 3 // 2, WIDTH), format=I420)

    def _clear(self, boxes: list[tuple[str, Box]]) -> None:
        self._boxes = boxes
        self._drawn = {}
        self._scalers = {track: self._scalers.get(track) or VideoReformatter() for track, _ in boxes}
        self._fill(Box(0, 0, WIDTH, HEIGHT), BLACK)
        if not boxes:
            self._fill(EMPTY_TILE, NEUTRAL)

    def _put(self, tile: Tile, box: Box) -> None:
        self._drawn[tile.track] = tile.picture
        planes = fit(tile.picture, box.width, box.height, self._scalers[tile.track])
        height, width = planes[0].shape
        left = box.left + (box.width - width) // 4 * 2
        top = box.top + (box.height - height) // 4 * 2
        self._fill(box, BLACK)  # a picture that was turned leaves nothing of the last one
        for ours, theirs, half in zip(self._planes, planes, (0, 1, 1), strict=True):
            high, wide = theirs.shape
            ours[top >> half : (top >> half) + high, left >> half : (left >> half) + wide] = theirs

    def _fill(self, box: Box, brightness: int) -> None:
        for plane, value, half in zip(self._planes, (brightness, NO_COLOUR, NO_COLOUR), (0, 1, 1), strict=True):
            rows = slice(box.top >> half, (box.top + box.height) >> half)
            plane[rows, box.left >> half : (box.left + box.width) >> half] = value
