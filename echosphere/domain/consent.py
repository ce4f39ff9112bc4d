"""Whether a person is asked before being recorded. `docs/recording.md` says why the answer is as it is."""

from dataclasses import dataclass
from enum import StrEnum


class AskConsent(StrEnum):
    NEVER = "never"
    BY_COUNTRY = "by_country"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRule:
    """`notice_countries` (ISO 3166, two letters) are those where telling people suffices; all others are asked."""

    ask: AskConsent
    notice_countries: frozenset[str]

    def needs_consent(self, country: str | None) -> bool:
        """`country` is where the person is, None where nobody knows: then one asks."""
        if self.ask is AskConsent.BY_COUNTRY:
            return country not in self.notice_countries
        return self.ask is AskConsent.ALWAYS
