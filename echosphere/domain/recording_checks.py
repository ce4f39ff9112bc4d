"""What a file must hold before it may be called ready. Each rule gives what is wrong, or None."""

from collections.abc import Iterable
from dataclasses import dataclass

from echosphere.domain.loudness import Loudness, is_audible
from echosphere.domain.message import Message, Role, Via
from echosphere.domain.recording import RecordingFailure

TOLERANCE = 0.01
TOLERANCE_S = 2.0
# A shorter utterance may lie between two steps, or have been cut away by noise suppression.
SHORTEST_SPEECH_S = 0.5
# Times of a transcript and of a file come from two machines.
CLOCKS_APART_S = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    failure: RecordingFailure
    words: str


def wrong_length(measured_s: float, expected_s: float) -> Fault | None:
    """Within 1 % or 2 s, whichever is more."""
    if abs(measured_s - expected_s) <= max(TOLERANCE_S, TOLERANCE * expected_s):
        return None
    words = f"The file lasts {measured_s:.1f} s where {expected_s:.1f} s were recorded."
    return Fault(failure=RecordingFailure.WRONG_LENGTH, words=words)


def silent_side(loudness: Loudness, messages: Iterable[Message], *, offset_s: float) -> Fault | None:
    """Sound on each side where the transcript has speech of that side; half of it is enough."""
    spoken = [message for message in messages if message.via is Via.VOICE]
    for role, side, name in ((Role.USER, loudness.person, "person's"), (Role.ASSISTANT, loudness.agent, "agent's")):
        spans = [span for each in spoken if each.role is role and (span := _span(each, loudness, offset_s))]
        heard = [span for span in spans if is_audible(side, from_s=span[0], to_s=span[1])]
        if len(heard) * 2 < len(spans):
            words = f"The {name} side is silent in {len(spans) - len(heard)} of {len(spans)} places where it spoke."
            return Fault(failure=RecordingFailure.SIDE_SILENT, words=words)
    return None


def _span(message: Message, loudness: Loudness, offset_s: float) -> tuple[float, float] | None:
    """In seconds of the file; None when it lies outside or is too short to tell."""
    from_s = max(0.0, message.started_s - offset_s)
    to_s = min(loudness.duration_s, message.ended_s - offset_s)
    if to_s - from_s < SHORTEST_SPEECH_S:
        return None
    return from_s - CLOCKS_APART_S, to_s + CLOCKS_APART_S
