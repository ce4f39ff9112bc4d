"""What one track shows, and when: of all its pictures one for each frame of the recording."""

from collections import deque

from local.egress.recorder.picture import Picture
from local.egress.recorder.scene import nearest_frame


class Shown:
    """Positions are samples since the recording's first one, as in the sound's timelines."""

    def __init__(self) -> None:
        self._coming: deque[tuple[int, Picture | None]] = deque()
        self._now: Picture | None = None

    def see(self, picture: Picture | None, *, at: int) -> None:
        """None: it is muted, or over. Of two in the time of one frame the later one is shown.

        They come in their order, whatever their measured delays say.
        """
        frame = nearest_frame(at)
        if self._coming and self._coming[-1][0] >= frame:
            frame, _ = self._coming.pop()
        self._coming.append((frame, picture))

    def in_frame(self, frame: int) -> Picture | None:
        """Asked for frame after frame; what does not come repeats the last."""
        while self._coming and self._coming[0][0] <= frame:
            self._now = self._coming.popleft()[1]
        return self._now

    @property
    def is_empty(self) -> bool:
        """Nothing is shown, and nothing will be of what came so far."""
        return self._now is None and not self._coming
