from echosphere.domain.persona import BUILT_IN, Persona, built_in_persona
from echosphere.ports import Ports


def read_persona(ports: Ports, workspace_id: str, persona_id: str) -> Persona:
    """One that people made, or the built-in one. Raises PersonaNotFound, also for one of another workspace."""
    if persona_id == BUILT_IN:
        return built_in_persona(workspace_id)
    return ports.personas.get(workspace_id, persona_id)
