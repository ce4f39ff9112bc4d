"""A persona: who speaks in a talk, what it is told to be, and whether its talks are recorded."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from echosphere.domain.errors import LanguageNotSpoken, PersonaBuiltIn
from echosphere.domain.language import Language

NAME_CHARACTERS = 40  # said aloud in the greeting, and one line on a phone
INSTRUCTIONS_CHARACTERS = 2_000  # they go to the brain with every turn, and each turn waits for them
BUILT_IN = "echosphere"
BUILT_IN_NAME = "EchoSphere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """`languages` are those it talks in, the first one where nobody chose. Nobody made the built-in one: no moments.

    `person_id` is who made it; unknown of what was made before that was kept.
    """

    id: str
    workspace_id: str
    person_id: str | None = None
    name: str
    languages: tuple[Language, ...]
    instructions: str = ""
    recorded: bool = True
    created_at: datetime | None = None
    changed_at: datetime | None = None

    @property
    def is_built_in(self) -> bool:
        return self.id == BUILT_IN

    def language_of_talk(self, wished: Language | None) -> Language:
        """Raises LanguageNotSpoken."""
        language = wished or self.languages[0]
        if language not in self.languages:
            raise LanguageNotSpoken(self.id)
        return language

    def must_be_changeable(self) -> None:
        """Raises PersonaBuiltIn."""
        if self.is_built_in:
            raise PersonaBuiltIn


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaDraft:
    """What people say of a persona; the rest of it is ours."""

    name: str
    languages: tuple[Language, ...]
    instructions: str = ""
    recorded: bool = True

    def digest(self) -> str:
        """The same for the same draft; tells none of its words."""
        return sha256(repr(self).encode()).hexdigest()


def built_in_persona(workspace_id: str) -> Persona:
    """Every workspace can talk with it, and a new one with nobody else."""
    return Persona(id=BUILT_IN, workspace_id=workspace_id, name=BUILT_IN_NAME, languages=tuple(Language))
