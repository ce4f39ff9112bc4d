"""How loud each side of a talk was, in steps of a twentieth of a second: for checks, and for the waveform."""

from dataclasses import dataclass

STEPS_PER_SECOND = 20
# -50 dB below full scale: over the noise of a room after WebRTC's suppression, under the softest speech.
AUDIBLE = 10 ** (-50 / 20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loudness:
    """`person` and `agent` hold the highest sample of each step, from 0 to 1 (full scale)."""

    duration_s: float
    person: tuple[float, ...]
    agent: tuple[float, ...]


def is_audible(side: tuple[float, ...], *, from_s: float, to_s: float) -> bool:
    """Whether anything is heard between two moments of the file."""
    first, last = (max(0, round(moment_s * STEPS_PER_SECOND)) for moment_s in (from_s, to_s))
    return any(step > AUDIBLE for step in side[first : last + 1])


def to_peaks(side: tuple[float, ...]) -> list[int]:
    """For the page: whole numbers from 0 to 100."""
    return [min(100, round(100 * step)) for step in side]
