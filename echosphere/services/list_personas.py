from echosphere.domain.page import Page
from echosphere.domain.persona import Persona, built_in_persona
from echosphere.domain.workspace import Member
from echosphere.ports import Ports


def list_personas(ports: Ports, member: Member, *, limit: int, cursor: str | None) -> Page[Persona]:
    """In the order in which they were made; where there are none, the built-in one. Raises InvalidCursor."""
    page = ports.personas.list_by_workspace(member.workspace_id, limit=limit, cursor=cursor)
    if not page.items and cursor is None:
        return Page([built_in_persona(member.workspace_id)])
    return page
