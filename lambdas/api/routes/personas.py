from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Header
from pydantic import Field, StringConstraints

from echosphere.domain.errors import (
    IdempotencyKeyReused,
    InvalidCursor,
    InvalidIdempotencyKey,
    PersonaBuiltIn,
    PersonaNotFound,
    RoleTooLow,
)
from echosphere.domain.language import Language
from echosphere.domain.persona import INSTRUCTIONS_CHARACTERS, NAME_CHARACTERS, PersonaDraft
from echosphere.services.change_persona import change_persona
from echosphere.services.create_persona import create_persona
from echosphere.services.delete_persona import delete_persona
from echosphere.services.list_personas import list_personas
from echosphere.services.read_persona import read_persona
from lambdas.http.dependencies import Cursor, Id, Limit, TheMember, ThePorts
from lambdas.http.persona_answers import PersonaAnswer, PersonaPageAnswer
from lambdas.http.problems import documented
from lambdas.http.request_body import RequestBody

router = APIRouter(prefix="/personas", tags=["personas"])
MAY_REFUSE = documented(PersonaNotFound, PersonaBuiltIn, RoleTooLow)

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=NAME_CHARACTERS)]
Instructions = Annotated[str, StringConstraints(strip_whitespace=True, max_length=INSTRUCTIONS_CHARACTERS)]


class PersonaRequest(RequestBody):
    name: Name
    languages: list[Language] = Field(
        min_length=1, max_length=len(Language), description="what it talks; the first one where nobody chose"
    )
    instructions: Instructions = Field("", description="what it is told to be, beside what every persona is told")
    recorded: bool = Field(True, description="false: no talk with it is recorded, whatever its person wishes")

    def draft(self) -> PersonaDraft:
        return PersonaDraft(
            name=self.name,
            languages=tuple(dict.fromkeys(self.languages)),
            instructions=self.instructions,
            recorded=self.recorded,
        )


@router.post(
    "",
    status_code=HTTPStatus.CREATED,
    responses=documented(InvalidIdempotencyKey, IdempotencyKeyReused, PersonaNotFound, RoleTooLow),
)
def create(
    ports: ThePorts,
    member: TheMember,
    body: PersonaRequest,
    idempotency_key: Annotated[str, Header(description="8 to 64 characters, new for each persona")] = "",
) -> PersonaAnswer:
    return PersonaAnswer.of(create_persona(ports, member, body.draft(), idempotency_key=idempotency_key))


@router.get("", responses=documented(InvalidCursor))
def list_oldest_first(
    ports: ThePorts, member: TheMember, limit: Limit = 100, cursor: Cursor = None
) -> PersonaPageAnswer:
    """Where nobody has made one, the built-in one."""
    return PersonaPageAnswer.of(list_personas(ports, member, limit=limit, cursor=cursor))


@router.get("/{persona_id}", responses=documented(PersonaNotFound))
def read(ports: ThePorts, member: TheMember, persona_id: Id) -> PersonaAnswer:
    return PersonaAnswer.of(read_persona(ports, member.workspace_id, persona_id))


@router.put("/{persona_id}", responses=MAY_REFUSE)
def change(ports: ThePorts, member: TheMember, persona_id: Id, body: PersonaRequest) -> PersonaAnswer:
    """Replaces all that is said of it; talks that have begun stay as they are."""
    return PersonaAnswer.of(change_persona(ports, member, persona_id, body.draft()))


@router.delete("/{persona_id}", status_code=HTTPStatus.NO_CONTENT, responses=MAY_REFUSE)
def delete(ports: ThePorts, member: TheMember, persona_id: Id) -> None:
    """Its talks stay, under its name."""
    delete_persona(ports, member, persona_id)
