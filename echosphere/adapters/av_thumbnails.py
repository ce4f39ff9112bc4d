"""Small pictures of a video through FFmpeg's libraries, without an imaging library of its own."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import batched

import av
from av.codec.context import CodecContext
from av.container import InputContainer
from av.filter import Graph
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame

from echosphere.domain.thumbnails import COLUMNS, EVERY_S, TILE_WIDTH, TILES_A_SHEET, Thumbnails, tiles_of

# Full range, as JPEG has it.
PIXELS = "yuvj420p"
# FFmpeg's scale from 2 to 31; 4 is hard to tell from the best.
QUALITY = "4"


def make_thumbnails(container: InputContainer, *, duration_s: float) -> Thumbnails | None:
    """None without a picture. The poster is what is seen in the middle. Raises FFmpeg's errors."""
    if not container.streams.video:
        return None
    count = tiles_of(duration_s)
    tiles: list[VideoFrame] = []
    poster = b""
    for frame in _frames_at_marks(container, count):
        if len(tiles) == count // 2:
            poster = _jpeg(frame.reformat(format=PIXELS))
        tiles.append(_tile(frame, number=len(tiles)))
    if not tiles:
        return None
    sheets = tuple(_jpeg(_sheet(list(batch))) for batch in batched(tiles, TILES_A_SHEET, strict=False))
    return Thumbnails(count=len(tiles), tile_height=tiles[0].height, sheets=sheets, poster=poster)


def _frames_at_marks(container: InputContainer, count: int) -> Iterator[VideoFrame]:
    """For each mark, the middle of a tile's time, the last key frame before it: only these are decoded."""
    stream = container.streams.video[0]
    stream.codec_context.skip_frame = "NONKEY"
    marks = [(number + 0.5) * EVERY_S for number in range(count)]
    last: VideoFrame | None = None
    given = 0
    for frame in container.decode(stream):
        while last and given < count and (frame.time or 0) > marks[given]:
            yield last
            given += 1
        last = frame
    while last and given < count:
        yield last
        given += 1


def _tile(frame: VideoFrame, *, number: int) -> VideoFrame:
    height = max(2, round(frame.height * TILE_WIDTH / frame.width / 2) * 2)
    tile = frame.reformat(TILE_WIDTH, height, PIXELS, interpolation="AREA")
    tile.pts, tile.time_base = number, Fraction(1, 1)
    return tile


def _sheet(tiles: list[VideoFrame]) -> VideoFrame:
    first = tiles[0]
    columns = min(len(tiles), COLUMNS)
    graph = Graph()
    source = graph.add_buffer(width=first.width, height=first.height, format=first.format, time_base=Fraction(1, 1))
    tile = graph.add("tile", f"{columns}x{-(-len(tiles) // columns)}")
    sink = graph.add("buffersink")
    source.link_to(tile)
    tile.link_to(sink)
    graph.configure()
    for each in tiles:
        graph.push(each)
    graph.push(None)
    made = graph.pull()
    assert isinstance(made, VideoFrame)
    return made


def _jpeg(frame: VideoFrame) -> bytes:
    encoder = CodecContext.create("mjpeg", "w")
    assert isinstance(encoder, VideoCodecContext)
    encoder.width, encoder.height, encoder.pix_fmt = frame.width, frame.height, PIXELS
    encoder.time_base = Fraction(1, 1)
    encoder.options = {"qmin": QUALITY, "qmax": QUALITY}
    frame.pts, frame.time_base = 0, Fraction(1, 1)
    frame.pict_type = av.video.frame.PictureType.NONE
    return b"".join(bytes(packet) for packet in [*encoder.encode(frame), *encoder.encode(None)])
