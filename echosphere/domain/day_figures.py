"""What a workspace's talks of one day and one persona were like, all together."""

from dataclasses import dataclass, field, replace
from typing import Self

from echosphere.domain.cost import Cost, CostPart
from echosphere.domain.histogram import Histogram
from echosphere.domain.session import Session, SessionStatus
from echosphere.domain.turn import Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFigures:
    """`day` is that of the talk's end, in UTC. Costs are in micro-dollars, of what is known."""

    workspace_id: str
    day: str
    persona_id: str
    sessions: int = 0
    failed: int = 0
    messages: int = 0
    duration_s: float = 0.0
    turns: int = 0
    interrupted: int = 0
    incidents: int = 0
    voice_to_voice: Histogram = field(default_factory=Histogram)
    cost: dict[CostPart, int] = field(default_factory=dict)
    on_aws: dict[CostPart, int] = field(default_factory=dict)

    def __add__(self, other: Self) -> "DayFigures":
        return DayFigures(
            workspace_id=self.workspace_id,
            day=self.day,
            persona_id=self.persona_id,
            sessions=self.sessions + other.sessions,
            failed=self.failed + other.failed,
            messages=self.messages + other.messages,
            duration_s=round(self.duration_s + other.duration_s, 3),
            turns=self.turns + other.turns,
            interrupted=self.interrupted + other.interrupted,
            incidents=self.incidents + other.incidents,
            voice_to_voice=self.voice_to_voice + other.voice_to_voice,
            cost=_sum(self.cost, other.cost),
            on_aws=_sum(self.on_aws, other.on_aws),
        )


def figures_of_talk(session: Session, turns: list[Turn], *, cost: Cost, on_aws: Cost) -> DayFigures:
    return replace(
        _day_of(session),
        sessions=1,
        failed=int(session.status is SessionStatus.FAILED),
        messages=session.message_count,
        duration_s=session.duration_s or 0.0,
        turns=len(turns),
        interrupted=sum(turn.interrupted for turn in turns),
        incidents=sum(bool(turn.incidents) for turn in turns),
        voice_to_voice=Histogram.of(took for turn in turns if (took := turn.voice_to_voice_s) is not None),
        cost=cost.by_part(),
        on_aws=on_aws.by_part(),
    )


def figures_of_recording(session: Session, *, cost: Cost, on_aws: Cost) -> DayFigures:
    """It is ready some time after its talk, and belongs to the talk's day."""
    return replace(_day_of(session), cost=cost.by_part(), on_aws=on_aws.by_part())


def _day_of(session: Session) -> DayFigures:
    """Without any figure yet."""
    assert session.ended_at is not None
    day = session.ended_at.date().isoformat()
    return DayFigures(workspace_id=session.workspace_id, day=day, persona_id=session.persona_id)


def _sum(one: dict[CostPart, int], other: dict[CostPart, int]) -> dict[CostPart, int]:
    return {part: one.get(part, 0) + other.get(part, 0) for part in CostPart if part in one or part in other}
