from echosphere.domain.workspace import Member
from echosphere.ports import Ports
from echosphere.services.read_persona import read_persona


def delete_persona(ports: Ports, member: Member, persona_id: str) -> None:
    """Its talks stay, under its name. Raises RoleTooLow, PersonaNotFound, PersonaBuiltIn."""
    member.must_be_able_to_make_personas()
    persona = read_persona(ports, member.workspace_id, persona_id)
    persona.must_be_changeable()
    ports.personas.delete(member.workspace_id, persona.id)
