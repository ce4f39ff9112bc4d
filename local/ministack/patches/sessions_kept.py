"""MiniStack forgets whom it has given temporary credentials to when it is started again.

Whoever holds some uses them until shortly before they end, and would be refused for an hour. AWS forgets nobody.
"""

from collections.abc import Mapping

from ministack.services import sts

type Session = dict[str, object]


def apply() -> None:
    sts.get_state = _sessions
    sts.load_persisted_state = _remember


def _sessions() -> Mapping[str, Mapping[str, Session]]:
    return {"sessions": dict(sts._sessions)}


def _remember(state: Mapping[str, Mapping[str, Session]]) -> None:
    sts._sessions.update(state.get("sessions", {}))
