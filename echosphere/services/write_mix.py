"""Both voices in one file, for download.

It is the best rendition's sound, joined: MediaConvert would take the price of another output for the same.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import batched

from echosphere.domain.errors import MediaUnreadable
from echosphere.domain.recording import Recording, RecordingKind
from echosphere.ports import MediaPorts

MIX, MIX_TYPE = "mix.m4a", "audio/mp4"
# Six hours are 3,600 segments, which one after the other would be a minute or more of waiting.
FETCHED_AT_ONCE = 8


def write_mix(ports: MediaPorts, recording: Recording, segments: Sequence[str]) -> bool:
    """Whether there is one. `segments` are keys. Raises MediaUnreadable, Unavailable."""
    if recording.kind is not RecordingKind.AUDIO:
        return False
    with ports.inspector.join_sound(_fetched(ports, segments)) as file:
        ports.media.put_file(f"{recording.media_prefix}{MIX}", file, content_type=MIX_TYPE)
    return True


def _fetched(ports: MediaPorts, keys: Sequence[str]) -> Iterator[bytes]:
    with ThreadPoolExecutor(FETCHED_AT_ONCE) as pool:
        for batch in batched(keys, FETCHED_AT_ONCE, strict=False):
            for body in pool.map(ports.media.get, batch):
                if body is None:
                    raise MediaUnreadable("A segment is gone.")
                yield body
