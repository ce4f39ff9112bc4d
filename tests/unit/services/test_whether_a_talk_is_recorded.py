"""A talk is recorded when the persona's owner and its person both want it, and have been asked where a law says so."""

from dataclasses import replace

import pytest

from echosphere.domain.errors import ConsentNeeded, IdempotencyKeyReused, LanguageNotSpoken, PersonaNotFound
from echosphere.domain.language import Language
from echosphere.domain.persona import PersonaDraft
from echosphere.services.change_persona import change_persona
from echosphere.services.create_persona import create_persona
from echosphere.services.start_session import TalkWish, start_session
from tests.examples import a_member
from tests.unit.services.stage import set_stage

pytestmark = pytest.mark.unit
KEY = "key-0001"
MINA = PersonaDraft(name="Mina", languages=(Language.PORTUGUESE,))


@pytest.mark.parametrize(
    ("persona_is", "person_wants", "recorded"),
    [(True, True, True), (True, False, False), (False, True, False), (False, False, False)],
)
def test_it_is_recorded_only_when_both_want_it(persona_is: bool, person_wants: bool, recorded: bool) -> None:
    stage, member = set_stage(), a_member()
    mina = create_persona(stage.ports, member, replace(MINA, recorded=persona_is), idempotency_key="key-mina")

    wish = TalkWish(persona_id=mina.id, record=person_wants)
    session = start_session(stage.ports, member, wish, idempotency_key=KEY)

    assert session.recorded is recorded


def test_a_talk_keeps_with_whom_it_was_and_speaks_as_the_persona_does() -> None:
    stage, member = set_stage(), a_member()
    mina = create_persona(stage.ports, member, MINA, idempotency_key="key-mina")

    session = start_session(stage.ports, member, TalkWish(persona_id=mina.id), idempotency_key=KEY)
    change_persona(stage.ports, member, mina.id, replace(MINA, name="Taro"))

    stored = stage.ports.sessions.get(session.id)
    assert (stored.persona_id, stored.persona_name) == (mina.id, "Mina")
    assert stored.language is Language.PORTUGUESE


def test_a_talk_in_a_language_the_persona_does_not_speak_is_refused() -> None:
    stage, member = set_stage(), a_member()
    mina = create_persona(stage.ports, member, MINA, idempotency_key="key-mina")

    with pytest.raises(LanguageNotSpoken):
        start_session(stage.ports, member, TalkWish(persona_id=mina.id, language=Language.ENGLISH), idempotency_key=KEY)


def test_nobody_talks_with_another_workspaces_persona() -> None:
    stage = set_stage()
    mina = create_persona(stage.ports, a_member(), MINA, idempotency_key="key-mina")

    with pytest.raises(PersonaNotFound):
        start_session(stage.ports, a_member(), TalkWish(persona_id=mina.id), idempotency_key=KEY)


def test_where_consent_is_needed_nothing_begins_without_it_and_the_key_stays_free() -> None:
    stage, member = set_stage(), a_member()

    with pytest.raises(ConsentNeeded):
        start_session(stage.ports, member, TalkWish(), idempotency_key=KEY, consent_needed=True)

    assert stage.rooms.opened == []
    session = start_session(stage.ports, member, TalkWish(consented=True), idempotency_key=KEY, consent_needed=True)
    assert session.recorded


def test_when_the_person_said_yes_is_kept_with_the_talk() -> None:
    stage, member = set_stage(), a_member()

    asked = start_session(stage.ports, member, TalkWish(consented=True), idempotency_key=KEY, consent_needed=True)
    unasked = start_session(stage.ports, member, TalkWish(), idempotency_key="key-0002")

    assert stage.ports.sessions.get(asked.id).consented_at == stage.clock.now()
    assert unasked.consented_at is None


@pytest.mark.parametrize("never_recorded", [True, False])
def test_nobody_is_asked_about_a_talk_that_is_not_recorded(never_recorded: bool) -> None:
    stage, member = set_stage(), a_member()
    mina = create_persona(stage.ports, member, replace(MINA, recorded=not never_recorded), idempotency_key="key-mina")
    wish = TalkWish(persona_id=mina.id, record=never_recorded, consented=True)

    session = start_session(
        stage.ports, member, replace(wish, consented=False), idempotency_key=KEY, consent_needed=True
    )
    needless = start_session(stage.ports, member, wish, idempotency_key="key-0002", consent_needed=True)

    assert not session.recorded and not needless.recorded
    assert needless.consented_at is None, "a yes to nothing is no yes"


def test_persona_and_consent_are_part_of_the_request() -> None:
    stage, member = set_stage(), a_member()
    mina = create_persona(stage.ports, member, MINA, idempotency_key="key-mina")
    start_session(stage.ports, member, TalkWish(), idempotency_key=KEY)

    for other in (TalkWish(persona_id=mina.id), TalkWish(consented=True)):
        with pytest.raises(IdempotencyKeyReused):
            start_session(stage.ports, member, other, idempotency_key=KEY)
