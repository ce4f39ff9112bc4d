from pynamodb.exceptions import PutError, TransactWriteError

from echosphere.adapters.dynamodb.errors import CONDITION_FAILED, refusals, translated, was_refused
from echosphere.adapters.dynamodb.idempotency import read_idempotency_item, to_idempotency_item
from echosphere.adapters.dynamodb.items import IdempotencyItem, PersonaItem
from echosphere.adapters.dynamodb.session_records import workspace_partition
from echosphere.adapters.dynamodb.transaction import transaction
from echosphere.adapters.sort_keys import PERSONA_SORT_KEY, persona_sort_key
from echosphere.domain.errors import PersonaNotFound
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.language import Language
from echosphere.domain.moment import from_text, to_text
from echosphere.domain.page import Page, from_cursor, to_cursor
from echosphere.domain.persona import Persona

FIRST_PERSONA, BEHIND_LAST_PERSONA = "PERSONA#", "PERSONA$"  # '$' follows '#' in ASCII


class DynamoPersonaStore:
    def get(self, workspace_id: str, persona_id: str) -> Persona:
        try:
            with translated():
                return _to_persona(PersonaItem.get(*_place(workspace_id, persona_id), consistent_read=True))
        except PersonaItem.DoesNotExist:
            raise PersonaNotFound(persona_id) from None

    def create(self, persona: Persona, *, key: IdempotencyKey) -> Persona:
        try:
            with transaction() as write:
                write.save(
                    to_idempotency_item(key, persona_id=persona.id), condition=IdempotencyItem.PK.does_not_exist()
                )
                write.save(_to_item(persona), condition=PersonaItem.PK.does_not_exist())
        except TransactWriteError as error:
            if CONDITION_FAILED not in refusals(error):
                raise
            return self.get(persona.workspace_id, read_idempotency_item(key).persona_id)
        return persona

    def replace(self, persona: Persona) -> None:
        try:
            with translated():
                _to_item(persona).save(condition=PersonaItem.PK.exists())
        except PutError as error:
            if not was_refused(error):
                raise
            raise PersonaNotFound(persona.id) from None

    def delete(self, workspace_id: str, persona_id: str) -> None:
        with translated():
            PersonaItem(*_place(workspace_id, persona_id)).delete()

    def list_by_workspace(self, workspace_id: str, *, limit: int, cursor: str | None) -> Page[Persona]:
        # '!' precedes every character of an id, so this starts right behind the cursor's persona
        after = f"{from_cursor(cursor, PERSONA_SORT_KEY)}!" if cursor else FIRST_PERSONA
        with translated():
            found = PersonaItem.query(
                workspace_partition(workspace_id),
                PersonaItem.SK.between(after, BEHIND_LAST_PERSONA),
                consistent_read=True,
                limit=limit + 1,
            )
            personas = [_to_persona(item) for item in found]
        page = personas[:limit]
        return Page(page, to_cursor(persona_sort_key(page[-1].id)) if len(personas) > limit else None)


def _place(workspace_id: str, persona_id: str) -> tuple[str, str]:
    return workspace_partition(workspace_id), persona_sort_key(persona_id)


def _to_item(persona: Persona) -> PersonaItem:
    assert persona.created_at and persona.changed_at
    return PersonaItem(
        *_place(persona.workspace_id, persona.id),
        persona_id=persona.id,
        workspace_id=persona.workspace_id,
        person_id=persona.person_id,
        name=persona.name,
        instructions=persona.instructions,
        languages=[language.value for language in persona.languages],
        recorded=persona.recorded,
        created_at=to_text(persona.created_at),
        changed_at=to_text(persona.changed_at),
    )


def _to_persona(item: PersonaItem) -> Persona:
    return Persona(
        id=item.persona_id,
        workspace_id=item.workspace_id,
        person_id=item.person_id,
        name=item.name,
        instructions=item.instructions,
        languages=tuple(Language(value) for value in item.languages),
        recorded=item.recorded,
        created_at=from_text(item.created_at),
        changed_at=from_text(item.changed_at),
    )
