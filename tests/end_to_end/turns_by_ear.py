"""Voice to voice as whoever hears the recording has it: from the samples of its two sides, and nothing else.

It shares no code with what the agent measures.
"""

import shutil
import subprocess
from dataclasses import dataclass
from itertools import pairwise

import numpy
from numpy.typing import NDArray

RATE_HZ, STEP_S = 48_000, 0.005
LOUD = 0.01  # of full scale: above what a codec leaves of silence
PAUSE_S = 0.6  # longer than any within a sentence, shorter than any between a question and the next
DECODED_WITHIN_S = 60
Side = NDArray[numpy.int16]


@dataclass(frozen=True)
class TurnHeard:
    """Seconds of the file."""

    asked_until_s: float
    answered_from_s: float

    @property
    def voice_to_voice_s(self) -> float:
        return self.answered_from_s - self.asked_until_s


def turns_heard(recording: bytes) -> list[TurnHeard]:
    """Of an M4A with the agent left and the person right. What the person says into an answer is not asked aloud."""
    agent, person = _sides(recording)
    answers = [began for began, _ in _utterances(agent)]
    asked = _utterances(person)
    ends = [(ended, next_began) for (_, ended), (next_began, _) in pairwise([*asked, (numpy.inf, numpy.inf)])]
    return [
        TurnHeard(ended, answer)
        for ended, next_began in ends
        if (answer := next((each for each in answers if each > ended), numpy.inf)) < next_began
    ]


def _sides(recording: bytes) -> tuple[Side, Side]:
    to_samples = ("-f", "s16le", "-ac", "2", "-ar", str(RATE_HZ), "-")
    command = [shutil.which("ffmpeg") or "ffmpeg", "-v", "error", "-i", "pipe:0", *to_samples]
    made = subprocess.run(command, input=recording, check=True, capture_output=True, timeout=DECODED_WITHIN_S)  # noqa: S603  # the system's own
    samples = numpy.frombuffer(made.stdout, numpy.int16).reshape(-1, 2)
    return samples[:, 0], samples[:, 1]


def _utterances(side: Side) -> list[tuple[float, float]]:
    """From the first to the last loud sample of each, in seconds of the file."""
    loud = numpy.flatnonzero(numpy.abs(side.astype(numpy.int32)) > LOUD * 32_768) / RATE_HZ
    if not loud.size:
        return []
    cuts = numpy.flatnonzero(numpy.diff(loud) > PAUSE_S)
    began = [loud[0], *loud[cuts + 1]]
    ended = [*loud[cuts], loud[-1]]
    return [(float(a), float(b)) for a, b in zip(began, ended, strict=True) if b - a > STEP_S]
