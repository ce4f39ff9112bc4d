"""What a workspace's talks of one day, one persona and one language were like, all together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Self

from echosphere.domain.cost import Cost, CostPart
from echosphere.domain.histogram import Histogram
from echosphere.domain.language import Language
from echosphere.domain.opinions import Opinions
from echosphere.domain.session import Session, SessionStatus
from echosphere.domain.turn import Turn

# A day names so many at the most, however many there were: one looks at the worst first.
SLOWEST, FAILED = 5, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class SlowTurn:
    """`at_s`: where the person began to ask, in seconds from the session's start."""

    session_id: str
    day: str
    at_s: float
    voice_to_voice_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFigures:
    """`day` is that of the talk's end, in UTC. Costs are in micro-dollars, of what is known. `failed_ids`: of the
    sessions that failed, those that were counted last. `unpriced`: how many talks, recordings and judgements used
    something whose price is unknown, so that all cost more than what is told. `language` is None of several, and of
    what was counted before languages were told apart.
    """

    workspace_id: str
    day: str
    persona_id: str
    language: Language | None = None
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
    unpriced: int = 0
    unpriced_on_aws: int = 0
    opinions: Opinions = field(default_factory=Opinions)
    slowest: tuple[SlowTurn, ...] = ()
    failed_ids: tuple[str, ...] = ()

    def __add__(self, other: Self) -> "DayFigures":
        return DayFigures(
            workspace_id=self.workspace_id,
            day=self.day,
            persona_id=self.persona_id,
            language=self.language,
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
            unpriced=self.unpriced + other.unpriced,
            unpriced_on_aws=self.unpriced_on_aws + other.unpriced_on_aws,
            opinions=self.opinions + other.opinions,
            slowest=_slowest((*self.slowest, *other.slowest)),
            failed_ids=(*self.failed_ids, *other.failed_ids)[-FAILED:],
        )

    def instead_of(self, before: "DayFigures") -> "DayFigures":
        """What makes a day that holds `before` hold these opinions and costs."""
        return replace(
            self,
            opinions=self.opinions - before.opinions,
            cost=_sum(self.cost, _negative(before.cost)),
            on_aws=_sum(self.on_aws, _negative(before.on_aws)),
            unpriced=self.unpriced - before.unpriced,
            unpriced_on_aws=self.unpriced_on_aws - before.unpriced_on_aws,
        )

    def without(self, session_id: str) -> "DayFigures":
        """It is named no more; what it was like stays in the sums."""
        return replace(
            self,
            slowest=tuple(turn for turn in self.slowest if turn.session_id != session_id),
            failed_ids=tuple(each for each in self.failed_ids if each != session_id),
        )


def figures_of_talk(session: Session, turns: list[Turn], *, cost: Cost, on_aws: Cost) -> DayFigures:
    day, has_failed = _priced(session, cost, on_aws), session.status is SessionStatus.FAILED
    return replace(
        day,
        sessions=1,
        failed=int(has_failed),
        messages=session.message_count,
        duration_s=session.duration_s or 0.0,
        turns=len(turns),
        interrupted=sum(turn.interrupted for turn in turns),
        incidents=sum(bool(turn.incidents) for turn in turns),
        voice_to_voice=Histogram.of(took for turn in turns if (took := turn.voice_to_voice_s) is not None),
        slowest=_slowest(_timed(turns, day.day)),
        failed_ids=(session.id,) if has_failed else (),
    )


def figures_of_recording(session: Session, *, cost: Cost, on_aws: Cost) -> DayFigures:
    """It is ready some time after its talk, and belongs to the talk's day."""
    return _priced(session, cost, on_aws)


def figures_of_opinions(session: Session, opinions: Opinions, *, cost: Cost, on_aws: Cost) -> DayFigures:
    """The costs are those of judging."""
    return replace(_priced(session, cost, on_aws), opinions=opinions)


def day_of(session: Session) -> DayFigures:
    """Without any figure yet."""
    assert session.ended_at is not None
    day = session.ended_at.date().isoformat()
    return DayFigures(
        workspace_id=session.workspace_id, day=day, persona_id=session.persona_id, language=session.language
    )


def _priced(session: Session, cost: Cost, on_aws: Cost) -> DayFigures:
    return replace(
        day_of(session),
        cost=cost.by_part(),
        on_aws=on_aws.by_part(),
        unpriced=int(not cost.is_whole),
        unpriced_on_aws=int(not on_aws.is_whole),
    )


def _timed(turns: Iterable[Turn], day: str) -> Iterator[SlowTurn]:
    for turn in turns:
        if (took := turn.voice_to_voice_s) is not None:
            yield SlowTurn(session_id=turn.session_id, day=day, at_s=turn.heard_from_s, voice_to_voice_s=took)


def _slowest(turns: Iterable[SlowTurn]) -> tuple[SlowTurn, ...]:
    return tuple(sorted(turns, key=lambda turn: turn.voice_to_voice_s, reverse=True)[:SLOWEST])


def _sum(one: dict[CostPart, int], other: dict[CostPart, int]) -> dict[CostPart, int]:
    return {part: one.get(part, 0) + other.get(part, 0) for part in CostPart if part in one or part in other}


def _negative(cost: dict[CostPart, int]) -> dict[CostPart, int]:
    return {part: -micros for part, micros in cost.items()}
