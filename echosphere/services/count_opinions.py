"""What judges and people say of a talk is in the figures of its day, as it stands now.

Told twice, or in another order than it happened, it comes to the same: what was counted of the talk before is replaced.
"""

from echosphere.domain.day_figures import figures_of_opinions
from echosphere.domain.opinions import opinions_of
from echosphere.ports import Ports
from echosphere.services.find_ended_session import find_ended_session


def count_opinions(ports: Ports, session_id: str) -> bool:
    """By the judge that spoke last. False when the talk is deleted, or goes on. Raises Unavailable, WriteConflict."""
    if (session := find_ended_session(ports, session_id)) is None:
        return False
    evaluation = next((each for each in ports.evaluations.list_by_session(session.id) if each.scores), None)
    opinions = opinions_of(evaluation, ports.feedback.list_by_session(session.id))
    ports.days.put_opinions(figures_of_opinions(session, opinions), session_id=session.id)
    return True
