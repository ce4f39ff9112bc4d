"""Which talks of a history one wants to see."""

from dataclasses import dataclass
from datetime import date

from echosphere.domain.language import Language
from echosphere.domain.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFilter:
    """None: any. `ended`: the first and the last day of its end, in UTC, by which days' figures are kept."""

    persona_id: str | None = None
    language: Language | None = None
    ended: tuple[date, date] | None = None

    @property
    def lets_all_through(self) -> bool:
        return self == ANY_SESSION

    def fits(self, session: Session) -> bool:
        is_wanted = self.persona_id in (None, session.persona_id) and self.language in (None, session.language)
        return is_wanted and self._fits_its_end(session)

    def _fits_its_end(self, session: Session) -> bool:
        if self.ended is None:
            return True
        first, last = self.ended
        return session.ended_at is not None and first <= session.ended_at.date() <= last


ANY_SESSION = SessionFilter()
