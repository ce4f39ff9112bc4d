"""The stored session decides whether a job may talk."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
import stamina

from agent_container.admission import admit
from agent_container.bridge import Bridge
from echosphere.domain.errors import StoreUnavailable
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.identifiers import new_id
from echosphere.domain.persona import Persona
from echosphere.domain.session import EndReason, Session, SessionStatus
from echosphere.ports import SessionStore
from echosphere.services.activate_session import activate_session
from echosphere.services.end_session import end_session
from tests.examples import a_persona
from tests.unit.services.stage import Stage, set_stage

pytestmark = pytest.mark.unit


@pytest.fixture(autouse=True)
def no_waits_between_tries() -> Iterator[None]:
    with stamina.set_testing(True, attempts=3):
        yield


def a_key() -> IdempotencyKey:
    return IdempotencyKey(scope="person-0", value=new_id(), request="create")


def dispatch(stage: Stage) -> str:
    return json.dumps({"session_id": stage.session.id})


async def test_a_pending_talk_may_begin_and_waits_for_its_person() -> None:
    stage = set_stage()

    admitted = await admit(dispatch(stage), ports=stage.ports, bridge=Bridge("test"))

    assert admitted is not None
    assert (admitted.session.status, admitted.is_return) == (SessionStatus.PENDING, False)
    assert stage.published() == []


async def test_a_talk_whose_agent_died_is_taken_over() -> None:
    stage = set_stage()
    activate_session(stage.ports, stage.session.id)

    admitted = await admit(dispatch(stage), ports=stage.ports, bridge=Bridge("test"))

    assert admitted is not None
    assert admitted.is_return


async def test_an_old_pass_does_not_raise_an_ended_talk() -> None:
    stage = set_stage()
    end_session(stage.ports, stage.session.id, reason=EndReason.HUNG_UP)

    assert await admit(dispatch(stage), ports=stage.ports, bridge=Bridge("test")) is None


async def talking_with(stage: Stage, persona: Persona) -> Persona:
    """The persona that the agent is, for a talk that was asked for with this one."""
    wished = replace(stage.session, id="with-a-persona", persona_id=persona.id, persona_name=persona.name)
    stage.ports.sessions.create(wished, key=a_key())
    admitted = await admit(json.dumps({"session_id": wished.id}), ports=stage.ports, bridge=Bridge("test"))
    assert admitted is not None
    return admitted.persona


async def test_the_agent_is_the_persona_that_was_asked_for() -> None:
    stage, mina = set_stage(), a_persona()
    stage.ports.personas.create(mina, key=a_key())

    assert await talking_with(stage, mina) == mina


async def test_a_persona_that_was_deleted_meanwhile_keeps_its_name_and_nothing_else() -> None:
    persona = await talking_with(set_stage(), a_persona(name="Mina"))

    assert (persona.name, persona.instructions, persona.is_built_in) == ("Mina", "", False)


@pytest.mark.parametrize("metadata", ["", "rubbish", "[]", "null", '{"session_id": "unknown"}', "{}"])
async def test_a_dispatch_of_no_talk_of_ours_is_refused(metadata: str) -> None:
    assert await admit(metadata, ports=set_stage().ports, bridge=Bridge("test")) is None


async def test_a_store_that_is_down_refuses_the_job_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    stage = set_stage()

    def unreachable(_: SessionStore, session_id: str) -> Session:
        raise StoreUnavailable

    monkeypatch.setattr(type(stage.ports.sessions), "get", unreachable)

    assert await admit(dispatch(stage), ports=stage.ports, bridge=Bridge("test")) is None
