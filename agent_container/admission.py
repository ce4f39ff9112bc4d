"""The stored session decides whether a job may talk: a token that outlived its talk must not raise it again."""

import json
import logging
from dataclasses import dataclass, replace

import stamina

from agent_container.bridge import Bridge
from agent_container.message_writer import is_retryable
from echosphere.domain.errors import EchoSphereError, PersonaNotFound, SessionOver
from echosphere.domain.persona import Persona, built_in_persona
from echosphere.domain.session import Session, SessionStatus
from echosphere.ports import Ports
from echosphere.services.read_persona import read_persona

ATTEMPTS = 5  # some 3 s; a person is waiting

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Admitted:
    session: Session
    persona: Persona
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
    return Admitted(session, _persona_of(session, ports), is_return=session.status is SessionStatus.ACTIVE)


def _persona_of(session: Session, ports: Ports) -> Persona:
    """One that was deleted since the talk was asked for still has its name, and no instructions any more."""
    try:
        return read_persona(ports, session.workspace_id, session.persona_id)
    except PersonaNotFound:
        return replace(built_in_persona(session.workspace_id), id=session.persona_id, name=session.persona_name)
