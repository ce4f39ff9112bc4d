"""All that is kept of a person who left is deleted: talks, personas, membership, and the sign-in itself at last.

Each step may be repeated, and a round that was cut off is begun again from what is left.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress

from echosphere.domain.departure import REMEMBERED
from echosphere.domain.errors import SessionNotFound
from echosphere.domain.events import PersonLeft
from echosphere.domain.export import exports_prefix
from echosphere.domain.persona import Persona
from echosphere.domain.session import Session
from echosphere.ports import BackendPorts, Directory
from echosphere.services.forget_session import forget_session

PAGE = 100


def forget_person(
    ports: BackendPorts, directory: Directory, left: PersonLeft, *, time_is_up: Callable[[], bool]
) -> bool:
    """False: there was no time for all, it is to be continued. Raises Unavailable, to be repeated."""
    for session in own_sessions(ports, left.workspace_id, left.person_id):
        if time_is_up():
            return False
        # Gone already: the index still shows it, or another round was faster.
        with suppress(SessionNotFound):
            forget_session(ports, session)
            ports.departures.count_talk(left.person_id)
    for persona in _own_personas(ports, left):
        ports.personas.delete(persona.workspace_id, persona.id)
    for feedback in ports.feedback.list_by_person(left.person_id):
        ports.feedback.delete(feedback.session_id, left.person_id)
    ports.media.delete_prefix(exports_prefix(left.person_id))
    ports.workspaces.forget(left.workspace_id, left.person_id)
    directory.delete(left.person_id)
    ports.departures.finish(left.person_id, forget_at=ports.clock.now() + REMEMBERED)
    return True


def own_sessions(ports: BackendPorts, workspace_id: str, person_id: str) -> Iterator[Session]:
    """The newest first. A cursor is a place, so it holds when what was before it is deleted."""
    cursor = None
    while True:
        page = ports.sessions.list_by_workspace(workspace_id, limit=PAGE, cursor=cursor)
        yield from (session for session in page.items if session.person_id == person_id)
        if (cursor := page.next_cursor) is None:
            return


def _own_personas(ports: BackendPorts, left: PersonLeft) -> Iterator[Persona]:
    """Those the person made; where nobody stays behind, all."""
    shared, cursor = ports.workspaces.is_shared(left.workspace_id, left.person_id), None
    while True:
        page = ports.personas.list_by_workspace(left.workspace_id, limit=PAGE, cursor=cursor)
        yield from (persona for persona in page.items if not shared or persona.person_id == left.person_id)
        if (cursor := page.next_cursor) is None:
            return
