"""The sound that no ear has made words of yet."""

from collections import deque
from collections.abc import Iterator

from livekit import rtc

LEAD_IN_S = 1.0  # kept while nobody speaks: the voice is noticed some moments after it began
LONGEST_S = 20.0


class Unheard:
    def __init__(self) -> None:
        self._frames: deque[rtc.AudioFrame] = deque()
        self._is_speaking = False
        self.duration_s = 0.0
        self.seen_s = 0.0
        """Of all sound, kept or not."""
        self.is_owed_words = False
        """Somebody speaks, or has spoken and no word came of it."""

    def __iter__(self) -> Iterator[rtc.AudioFrame]:
        return iter(tuple(self._frames))

    def keep(self, frame: rtc.AudioFrame) -> None:
        self._frames.append(frame)
        self.duration_s += frame.duration
        self.seen_s += frame.duration
        self._shorten_to(LONGEST_S if self.is_owed_words else LEAD_IN_S)

    def speech_began(self) -> None:
        self._is_speaking = self.is_owed_words = True

    def speech_ended(self) -> None:
        self._is_speaking = False

    def words_came(self) -> None:
        """They come a second late: who speaks again by then has begun something new."""
        self.is_owed_words = self._is_speaking
        self._shorten_to(LEAD_IN_S if self._is_speaking else 0.0)

    def _shorten_to(self, longest_s: float) -> None:
        while self._frames and self.duration_s > longest_s:
            self.duration_s -= self._frames.popleft().duration
