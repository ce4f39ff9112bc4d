"""A turn: what a person said or typed, and what its answer took. Figures and ids, never words.

Spoken                                                                    the answer is heard
 heard_from ── heard_until ── understood ── decided                       answered ── answered_until
                     thinking_from ── thought ── voicing_from ── voiced ──┘
              └────────────────────── voice to voice ─────────────────────┘

The brain is often asked before it is decided that the person has finished, so the stages overlap.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from echosphere.domain.message import Via


class Incident(StrEnum):
    """What happened in a turn that a person may have noticed."""

    ANNOUNCED = "announced"  # asked to wait a moment
    APOLOGISED = "apologised"
    FELL_BACK = "fell_back"  # another provider served than before
    HEARING_FAILED = "hearing_failed"
    THINKING_FAILED = "thinking_failed"
    VOICE_FAILED = "voice_failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """`id` is that of the message that asked. Moments are seconds from the session's start, None where it did not come
    so far: `heard_until_s` the person's last sound (or the typed line), `understood_s` their last word as text,
    `decided_s` that they have finished; `thought_s` the brain's first token; `voicing_from_s` when the voice had its
    first sentence, `voiced_s` its first sound; `answered_s` when the first of it that can be heard went out.

    `interrupted` is the answer. An answer may be in several messages.
    """

    id: str
    session_id: str
    workspace_id: str
    via: Via
    heard_from_s: float
    heard_until_s: float
    understood_s: float | None = None
    decided_s: float | None = None
    thinking_from_s: float | None = None
    thought_s: float | None = None
    voicing_from_s: float | None = None
    voiced_s: float | None = None
    answered_s: float | None = None
    answered_until_s: float | None = None
    answer_ids: tuple[str, ...] = ()
    interrupted: bool = False
    incidents: tuple[Incident, ...] = ()

    @property
    def voice_to_voice_s(self) -> float | None:
        """From the person's last sound to the first of the answer; of a typed line there is no voice."""
        return _between(self.heard_until_s, self.answered_s) if self.via is Via.VOICE else None

    @property
    def hearing_s(self) -> float | None:
        return _between(self.heard_until_s, self.understood_s)

    @property
    def deciding_s(self) -> float | None:
        return _between(self.heard_until_s, self.decided_s)

    @property
    def thinking_s(self) -> float | None:
        return _between(self.thinking_from_s, self.thought_s)

    @property
    def voicing_s(self) -> float | None:
        return _between(self.voicing_from_s, self.voiced_s)

    def note(self, incident: Incident) -> Self:
        return self if incident in self.incidents else replace(self, incidents=(*self.incidents, incident))


def _between(from_s: float | None, until_s: float | None) -> float | None:
    return None if from_s is None or until_s is None else round(until_s - from_s, 3)
