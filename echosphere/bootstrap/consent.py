"""Who is asked before being recorded."""

from functools import cache

from echosphere.domain.consent import ConsentRule
from echosphere.settings import ConsentSettings, read_settings


@cache
def consent_rule() -> ConsentRule:
    """Raises MissingSettings."""
    settings = read_settings(ConsentSettings)
    countries = settings.recording_notice_countries.split(",")
    return ConsentRule(ask=settings.recording_consent, notice_countries=frozenset(filter(None, countries)))
