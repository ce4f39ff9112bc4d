"""Real files, made here: what a reader finds in them, and what it says of those that are none."""

import errno
import os
from io import BytesIO

import av
import numpy as np
import pytest

from echosphere.adapters.av_inspector import AvInspector
from echosphere.domain.errors import MediaUnavailable, MediaUnreadable
from echosphere.domain.loudness import is_audible, to_peaks

pytestmark = pytest.mark.media
RATE_HZ = 48_000


def an_mp4(*, person_from_s: float = 1.0, seconds: int = 4, fragmented: bool = False, fragment_s: int = 1) -> bytes:
    """A tone of the person (right) from a moment on, and none of the agent (left)."""
    moments = np.arange(RATE_HZ * seconds) / RATE_HZ
    right = np.where(moments >= person_from_s, 0.5 * np.sin(2 * np.pi * 440 * moments), 0.0)
    samples = (np.stack([np.zeros_like(right), right], axis=1).reshape(1, -1) * 32767).astype(np.int16)
    fragments = {"movflags": "empty_moov+default_base_moof", "frag_duration": f"{fragment_s}000000"}
    flags = fragments if fragmented else {}
    file = BytesIO()
    with av.open(file, "w", format="mp4", options=flags) as container:
        stream = container.add_stream("aac", rate=RATE_HZ, layout="stereo")
        frame = av.AudioFrame.from_ndarray(samples, format="s16", layout="stereo")
        frame.sample_rate = RATE_HZ
        container.mux([*stream.encode(frame), *stream.encode(None)])
    return file.getvalue()


@pytest.mark.parametrize("fragmented", [False, True])
def test_a_talk_is_known_by_its_length_and_its_two_sides(fragmented: bool) -> None:
    probe = AvInspector().probe(BytesIO(an_mp4(fragmented=fragmented)))

    assert probe.duration_s == pytest.approx(4.0, abs=0.1)
    assert (probe.channels, probe.width, probe.height) == (2, 0, 0)


def test_a_long_recording_is_known_without_asking_for_each_of_its_fragments() -> None:
    file = Counted(an_mp4(seconds=240, fragmented=True, fragment_s=8))

    probe = AvInspector().probe(file)

    assert probe.duration_s == pytest.approx(240.0, abs=0.1)
    assert file.read_bytes < len(file.getvalue()) / 10


@pytest.mark.parametrize(
    ("kind", "codec"), [("mpegts", "aac"), ("mp3", "mp3"), ("ogg", "libopus"), ("wav", "pcm_s16le")]
)
def test_a_file_of_another_kind_is_as_long_as_its_sound(kind: str, codec: str) -> None:
    file = BytesIO()
    with av.open(file, "w", format=kind) as container:
        stream = container.add_stream(codec, rate=RATE_HZ, layout="mono")
        assert isinstance(stream, av.AudioStream)
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 4 * RATE_HZ), np.int16), format="s16", layout="mono")
        frame.sample_rate = RATE_HZ
        container.mux([*stream.encode(frame), *stream.encode(None)])

    assert AvInspector().probe(BytesIO(file.getvalue())).duration_s == pytest.approx(4.0, abs=0.1)


class Counted(BytesIO):
    read_bytes = 0

    def read(self, size: int | None = -1) -> bytes:
        content = super().read(size)
        self.read_bytes += len(content)
        return content


@pytest.mark.parametrize("fragmented", [False, True])
def test_each_side_is_heard_where_it_speaks(fragmented: bool) -> None:
    loudness = AvInspector().listen(BytesIO(an_mp4(fragmented=fragmented)))

    assert loudness.duration_s == pytest.approx(4.0, abs=0.1)
    assert not is_audible(loudness.person, from_s=0.0, to_s=0.8)
    assert is_audible(loudness.person, from_s=1.2, to_s=1.4)
    assert not is_audible(loudness.agent, from_s=0.0, to_s=4.0)
    assert max(to_peaks(loudness.person)) == pytest.approx(50, abs=5)


@pytest.mark.parametrize(
    "poison",
    [b"", b"this is a text", an_mp4()[:-900], an_mp4()[:40]],
    ids=["zero bytes", "text named .mp4", "cut off", "a head alone"],
)
def test_what_is_no_media_file_is_said_in_words(poison: bytes) -> None:
    with pytest.raises(MediaUnreadable) as unreadable:
        AvInspector().probe(BytesIO(poison))

    assert unreadable.value.words


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.ENOMEM])
def test_a_machine_that_is_full_is_no_verdict_about_the_file(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> None:
        raise av.error.FFmpegError(number, os.strerror(number))

    monkeypatch.setattr("echosphere.adapters.av_inspector.join_sound", full)

    with pytest.raises(MediaUnavailable):
        AvInspector().join_sound([])


class BrokenWire(BytesIO):
    def read(self, size: int | None = -1) -> bytes:
        raise MediaUnavailable


def test_a_wire_that_breaks_is_no_verdict_about_the_file() -> None:
    with pytest.raises(MediaUnavailable):
        AvInspector().listen(BrokenWire(b"x"))
