"""Which talks of a history one wants to see."""

from dataclasses import dataclass

from echosphere.domain.language import Language
from echosphere.domain.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFilter:
    """None: any."""

    persona_id: str | None = None
    language: Language | None = None

    @property
    def lets_all_through(self) -> bool:
        return self.persona_id is None and self.language is None

    def fits(self, session: Session) -> bool:
        return self.persona_id in (None, session.persona_id) and self.language in (None, session.language)


ANY_SESSION = SessionFilter()
