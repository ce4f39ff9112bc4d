"""What a talk used of each service, in the units by which it is paid for, and what was used to judge it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    EARS = "ears"
    BRAIN = "brain"
    VOICE = "voice"
    JUDGE = "judge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Of one model. `seconds` are of sound: heard by ears, made by a voice. `model` is empty where there is but one."""

    part: Part
    provider: str
    model: str = ""
    seconds: float = 0.0
    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0
    characters: int = 0

    def __add__(self, other: "Use") -> "Use":
        return Use(
            part=self.part,
            provider=self.provider,
            model=self.model,
            seconds=round(self.seconds + other.seconds, 3),
            tokens_in=self.tokens_in + other.tokens_in,
            tokens_cached=self.tokens_cached + other.tokens_cached,
            tokens_out=self.tokens_out + other.tokens_out,
            characters=self.characters + other.characters,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class JobUsage:
    """Of one job of the agent, so far; a talk whose agent was killed has several. `id` is the job's.

    `listened_s`: for how long sound of people went to the ears, silence included, as services by the second count it.
    `participant_s`: how long each participant was in the room, the agent among them, all together.
    """

    id: str
    session_id: str
    workspace_id: str
    uses: tuple[Use, ...]
    listened_s: float
    participant_s: float


def summed(uses: Iterable[Use]) -> tuple[Use, ...]:
    """One for each part, provider and model, in the order of the parts."""
    found: dict[tuple[Part, str, str], Use] = {}
    for use in uses:
        key = (use.part, use.provider, use.model)
        found[key] = found[key] + use if key in found else use
    return tuple(sorted(found.values(), key=lambda use: (list(Part).index(use.part), use.provider, use.model)))
