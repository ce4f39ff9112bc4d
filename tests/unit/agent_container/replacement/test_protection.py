"""What ECS's agent is asked for, and what each of its answers means."""

import pytest

from agent_container.replacement.ecs_would_not import EcsWouldNot
from agent_container.replacement.protection import Protection
from tests.free_port import free_port
from tests.unit.agent_container.replacement.ecs_agent import Answer, EcsAgent, error, failure

pytestmark = pytest.mark.unit

IMPATIENT_S = 0.05


def test_protection_is_asked_for_an_hour_and_given_back(ecs_agent: EcsAgent) -> None:
    protection = Protection(ecs_agent.protection_uri)

    protection.begin()
    protection.end()

    assert ecs_agent.wishes == [{"ProtectionEnabled": True, "ExpiresInMinutes": 60}, {"ProtectionEnabled": False}]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (failure("DEPLOYMENT_BLOCKED"), "DEPLOYMENT_BLOCKED"),
        (failure("TASK_NOT_VALID"), "TASK_NOT_VALID"),
        (error(400, "AccessDeniedException"), "AccessDeniedException"),
        (error(504, "RequestCanceled"), "RequestCanceled"),
        ((502, b"<html>"), "http_502"),
        ((200, b"<html>"), "unreadable"),
        ((200, {}), "unreadable"),
    ],
)
def test_a_refusal_is_known_by_its_code(ecs_agent: EcsAgent, answer: Answer, code: str) -> None:
    ecs_agent.answers = [answer]

    with pytest.raises(EcsWouldNot) as refused:
        Protection(ecs_agent.protection_uri).begin()

    assert refused.value.code == code


def test_who_does_not_answer_is_not_waited_for(ecs_agent: EcsAgent) -> None:
    ecs_agent.is_silent = True

    with pytest.raises(EcsWouldNot, match="unreachable"):
        Protection(ecs_agent.protection_uri, patience_s=IMPATIENT_S).begin()


def test_where_nobody_listens_nothing_is_protected() -> None:
    with pytest.raises(EcsWouldNot, match="unreachable"):
        Protection(f"http://127.0.0.1:{free_port()}").begin()


def test_a_proxy_of_the_surroundings_is_not_asked(ecs_agent: EcsAgent, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free_port()}")
    monkeypatch.setenv("no_proxy", "")

    Protection(ecs_agent.protection_uri).begin()

    assert len(ecs_agent.wishes) == 1
