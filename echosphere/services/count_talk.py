"""A talk is over, or a recording of one is ready: its figures are added to those of its day, once."""

from dataclasses import dataclass

from echosphere.domain.cost import Cost, CostPart
from echosphere.domain.day_figures import figures_of_recording, figures_of_talk
from echosphere.domain.session import Session
from echosphere.domain.turn import Turn
from echosphere.ports import BackendPorts
from echosphere.services.find_ended_session import find_ended_session
from echosphere.services.read_all_turns import read_all_turns
from echosphere.services.read_usage import cost_of_recording, usage_of

# Added when a recording is ready, and with what a judge says (`count_opinions`).
COUNTED_APART = (CostPart.JUDGE, CostPart.TRANSCODING, CostPart.STORAGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkCounted:
    session: Session
    turns: list[Turn]
    cost: Cost


def count_talk(ports: BackendPorts, session_id: str) -> TalkCounted | None:
    """None when it was counted before, or is deleted. Raises Unavailable, WriteConflict."""
    if (session := find_ended_session(ports, session_id)) is None:
        return None
    turns, usage = read_all_turns(ports, session.id), usage_of(ports, session)
    cost = _of_the_talk_itself(usage.cost)
    figures = figures_of_talk(session, turns, cost=cost, on_aws=_of_the_talk_itself(usage.on_aws))
    is_new = ports.days.add(figures, session_id=session.id, what="talk")
    if not is_new:
        return None
    return TalkCounted(session=session, turns=turns, cost=cost)


def count_recording(ports: BackendPorts, session_id: str, attempt: int) -> Cost | None:
    """What converting and keeping it cost. None and raises as above."""
    if (session := find_ended_session(ports, session_id)) is None:
        return None
    cost, on_aws = cost_of_recording(ports, ports.recordings.get(session_id, attempt))
    figures = figures_of_recording(session, cost=cost, on_aws=on_aws)
    is_new = ports.days.add(figures, session_id=session.id, what=f"recording-{attempt}")
    return cost if is_new else None


def _of_the_talk_itself(cost: Cost) -> Cost:
    return Cost(lines=tuple(line for line in cost.lines if line.part not in COUNTED_APART))
