"""How personas look to clients."""

from typing import Self

from pydantic import BaseModel

from echosphere.domain.language import Language
from echosphere.domain.page import Page
from echosphere.domain.persona import Persona
from lambdas.http.answers import Moment


class PersonaAnswer(BaseModel):
    """`built_in`: it comes with the product, and cannot be changed or deleted. Its moments are null."""

    id: str
    name: str
    languages: list[Language]
    instructions: str
    recorded: bool
    built_in: bool
    created_at: Moment | None
    changed_at: Moment | None

    @classmethod
    def of(cls, persona: Persona) -> Self:
        return cls(
            id=persona.id,
            name=persona.name,
            languages=list(persona.languages),
            instructions=persona.instructions,
            recorded=persona.recorded,
            built_in=persona.is_built_in,
            created_at=persona.created_at,
            changed_at=persona.changed_at,
        )


class PersonaPageAnswer(BaseModel):
    items: list[PersonaAnswer]
    next_cursor: str | None

    @classmethod
    def of(cls, page: Page[Persona]) -> Self:
        return cls(items=[PersonaAnswer.of(each) for each in page.items], next_cursor=page.next_cursor)
