"""What judges and people say of a talk, and what judging it cost, is in the figures of its day, as it stands now.

Told twice, or in another order than it happened, it comes to the same: what was counted of the talk before is replaced.
"""

from echosphere.domain.day_figures import figures_of_opinions
from echosphere.domain.opinions import opinions_of
from echosphere.ports import BackendPorts
from echosphere.services.find_ended_session import find_ended_session
from echosphere.services.read_usage import cost_of_judging


def count_opinions(ports: BackendPorts, session_id: str) -> bool:
    """By the judge that spoke last. False when the talk is deleted, or goes on. Raises Unavailable, WriteConflict."""
    if (session := find_ended_session(ports, session_id)) is None:
        return False
    evaluations = ports.evaluations.list_by_session(session.id)
    last = next((each for each in evaluations if each.scores), None)
    opinions = opinions_of(last, ports.feedback.list_by_session(session.id))
    cost, on_aws = cost_of_judging(ports, evaluations)
    figures = figures_of_opinions(session, opinions, cost=cost, on_aws=on_aws)
    ports.days.put_opinions(figures, session_id=session.id)
    return True
