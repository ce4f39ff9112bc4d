"""Who signed in acts in a workspace; the first sign-in makes a personal one."""

from echosphere.domain.errors import PersonGone
from echosphere.domain.identifiers import new_id
from echosphere.domain.workspace import Member, WorkspaceRole
from echosphere.ports import Ports

PERSONAL = "personal"  # the page shows its own word for it, in its own language


def enter_workspace(ports: Ports, person_id: str) -> Member:
    """Raises PersonGone: a token outlives its person by an hour, and must not make them anew."""
    known = ports.workspaces.find_member(person_id)
    if known is not None:
        return known
    if ports.departures.find(person_id) is not None:
        raise PersonGone
    return ports.workspaces.create_personal(
        Member(workspace_id=new_id(), workspace_name=PERSONAL, person_id=person_id, role=WorkspaceRole.ADMIN)
    )
