from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO

from echosphere.domain.errors import MediaUnreadable
from echosphere.domain.loudness import STEPS_PER_SECOND, Loudness
from echosphere.domain.thumbnails import TILES_A_SHEET, Thumbnails, tiles_of
from echosphere.ports.inspector import Probe


@dataclass
class MemoryInspector:
    """Finds in a file what was planted under its bytes; any other file is unreadable to it."""

    _planted: dict[bytes, tuple[Probe, Loudness]] = field(default_factory=dict)

    def plant(self, body: bytes, probe: Probe, *, person: float = 0.5, agent: float = 0.5) -> None:
        """`person` and `agent` are how loud each side is, all along."""
        steps = round(probe.duration_s * STEPS_PER_SECOND)
        loudness = Loudness(duration_s=probe.duration_s, person=(person,) * steps, agent=(agent,) * steps)
        self._planted[body] = probe, loudness

    def probe(self, file: BinaryIO) -> Probe:
        return self._find(file)[0]

    def listen(self, file: BinaryIO) -> Loudness:
        return self._find(file)[1]

    def join_sound(self, segments: Iterable[bytes]) -> BinaryIO:
        joined = list(segments)
        for segment in joined:
            self.probe(BytesIO(segment))
        return BytesIO(b"".join(joined))

    def thumbnails(self, file: BinaryIO, *, duration_s: float) -> Thumbnails | None:
        if self.probe(file).width == 0:
            return None
        count = tiles_of(duration_s)
        sheets = tuple(b"a sheet" for _ in range(0, count, TILES_A_SHEET))
        return Thumbnails(count=count, tile_height=90, sheets=sheets, poster=b"a poster")

    def _find(self, file: BinaryIO) -> tuple[Probe, Loudness]:
        try:
            return self._planted[file.read()]
        except KeyError:
            raise MediaUnreadable("planted nowhere") from None
