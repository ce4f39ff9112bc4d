from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.identifiers import new_ordered_id
from echosphere.domain.persona import Persona, PersonaDraft
from echosphere.domain.workspace import Member
from echosphere.ports import Ports


def create_persona(ports: Ports, member: Member, draft: PersonaDraft, *, idempotency_key: str) -> Persona:
    """Raises RoleTooLow, InvalidIdempotencyKey, IdempotencyKeyReused, PersonaNotFound when it is deleted since."""
    member.must_be_able_to_make_personas()
    request = f"create_persona {draft.digest()}"
    key = IdempotencyKey(scope=member.person_id, value=idempotency_key, request=request)
    now = ports.clock.now()
    persona = Persona(
        id=new_ordered_id(now),
        workspace_id=member.workspace_id,
        person_id=member.person_id,
        name=draft.name,
        languages=draft.languages,
        instructions=draft.instructions,
        recorded=draft.recorded,
        created_at=now,
        changed_at=now,
    )
    return ports.personas.create(persona, key=key)
