import pytest

from echosphere.domain.consent import AskConsent, ConsentRule

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("ask", "country", "needed"),
    [
        (AskConsent.BY_COUNTRY, "DE", True),
        (AskConsent.BY_COUNTRY, "JP", False),
        (AskConsent.BY_COUNTRY, None, True),  # nobody knows where the person is: one asks
        (AskConsent.BY_COUNTRY, "", True),
        (AskConsent.ALWAYS, "JP", True),
        (AskConsent.NEVER, "DE", False),
        (AskConsent.NEVER, None, False),
    ],
)
def test_people_are_asked_unless_it_is_known_that_telling_them_suffices(
    ask: AskConsent, country: str | None, needed: bool
) -> None:
    rule = ConsentRule(ask=ask, notice_countries=frozenset({"JP"}))

    assert rule.needs_consent(country) is needed
