"""Transport streams as MediaConvert makes them, made here, joined and decoded again."""

from io import BytesIO
from itertools import pairwise

import av
import numpy as np
import pytest

from echosphere.adapters.av_inspector import AvInspector
from echosphere.domain.errors import MediaUnavailable, MediaUnreadable
from echosphere.domain.loudness import is_audible

pytestmark = pytest.mark.media
RATE_HZ = 48_000
FIRST_TIME_S = 10  # MediaConvert's clock does not begin at zero


def a_stream(*, seconds: int = 4) -> bytes:
    """A tone in the last half."""
    moments = np.arange(RATE_HZ * seconds) / RATE_HZ
    tone = np.where(moments >= seconds / 2, 0.5 * np.sin(2 * np.pi * 440 * moments), 0.0)
    file = BytesIO()
    with av.open(file, "w", format="mpegts", options={"initial_offset": str(FIRST_TIME_S)}) as container:
        stream = container.add_stream("aac", rate=RATE_HZ, layout="mono")
        frame = av.AudioFrame.from_ndarray((tone * 32767).astype(np.int16).reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = RATE_HZ
        container.mux([*stream.encode(frame), *stream.encode(None)])
    return file.getvalue()


def segments_of(stream: bytes, count: int = 3) -> list[bytes]:
    """Cut between packets of 188 bytes."""
    packets = len(stream) // 188
    cuts = [188 * (packets * number // count) for number in range(count + 1)]
    return [stream[begin:end] for begin, end in pairwise(cuts)]


def test_the_segments_are_one_file_that_is_heard_where_they_were() -> None:
    with AvInspector().join_sound(segments_of(a_stream())) as file:
        loudness = AvInspector().listen(file)

    assert loudness.duration_s == pytest.approx(4.0, abs=0.1)
    assert not is_audible(loudness.agent, from_s=0.0, to_s=1.8)
    assert is_audible(loudness.agent, from_s=2.2, to_s=3.8)


def test_the_file_begins_at_zero_and_with_its_table_of_contents() -> None:
    with AvInspector().join_sound(segments_of(a_stream())) as file:
        probe = AvInspector().probe(file)
        file.seek(0)
        beginning = file.read(4096)

    assert probe.start_s == pytest.approx(0.0, abs=0.03)
    assert beginning.index(b"moov") < beginning.index(b"mdat")


def test_nothing_is_encoded_again() -> None:
    stream = a_stream()

    with AvInspector().join_sound(segments_of(stream)) as file:
        assert packets_of(file.read(), "mp4") == packets_of(stream, "mpegts")


def test_what_is_no_transport_stream_is_said_in_words() -> None:
    with pytest.raises(MediaUnreadable) as unreadable:
        AvInspector().join_sound([b"this is a text"])

    assert unreadable.value.words


def test_a_segment_that_cannot_be_fetched_now_is_no_verdict() -> None:
    def broken() -> "list[bytes]":
        raise MediaUnavailable

    with pytest.raises(MediaUnavailable):
        AvInspector().join_sound(segment for _ in (1,) for segment in broken())


def packets_of(body: bytes, kind: str) -> list[bytes]:
    """Without the header that AAC carries in a transport stream."""
    with av.open(BytesIO(body), "r", format=kind) as container:
        packets = [bytes(packet) for packet in container.demux(audio=0) if packet.size]
    return [packet[7:] if kind == "mpegts" else packet for packet in packets]
