"""The stored session decides whether a job may talk: a token that outlived its talk must not raise it again."""

import json
import logging
from dataclasses import dataclass

import stamina

from agent_container.bridge import Bridge
from agent_container.message_writer import is_retryable
from echosphere.domain.errors import EchoSphereError, SessionOver
from echosphere.domain.session import Session, SessionStatus
from echosphere.ports import Ports

ATTEMPTS = 5  # some 3 s; a person is waiting

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Admitted:
    session: Session
    is_return: bool
    """The talk was under way: the job before this one died."""


async def admit(metadata: str, *, ports: Ports, bridge: Bridge) -> Admitted | None:
    """`metadata` is the job's. None: there is no such talk, it is over, or the store cannot say."""
    session_id = session_id_in(metadata)
    try:
        async for attempt in stamina.retry_context(on=is_retryable, attempts=ATTEMPTS, timeout=None):
            with attempt:
                return await bridge.run(_look, session_id, ports)
    except EchoSphereError as error:
        logger.warning("job refused", extra={"session_id": session_id, "code": error.code})
    return None


def session_id_in(metadata: str) -> str:
    """Empty, the id of no session, when the dispatch was not ours."""
    try:
        return str(json.loads(metadata)["session_id"])
    except (ValueError, KeyError, TypeError):
        return ""


def _look(session_id: str, ports: Ports) -> Admitted:
    """Raises SessionNotFound, SessionOver, StoreUnavailable."""
    session = ports.sessions.get(session_id)
    if session.is_over:
        raise SessionOver(session_id)
    return Admitted(session, is_return=session.status is SessionStatus.ACTIVE)
