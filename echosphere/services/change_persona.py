from dataclasses import replace

from echosphere.domain.persona import Persona, PersonaDraft
from echosphere.domain.workspace import Member
from echosphere.ports import Ports
from echosphere.services.read_persona import read_persona


def change_persona(ports: Ports, member: Member, persona_id: str, draft: PersonaDraft) -> Persona:
    """Talks that have begun stay as they are. Raises RoleTooLow, PersonaNotFound, PersonaBuiltIn."""
    member.must_be_able_to_make_personas()
    persona = read_persona(ports, member.workspace_id, persona_id)
    persona.must_be_changeable()
    changed = replace(
        persona,
        name=draft.name,
        languages=draft.languages,
        instructions=draft.instructions,
        recorded=draft.recorded,
        changed_at=ports.clock.now(),
    )
    ports.personas.replace(changed)
    return changed
