"""A thumb and a note on a talk, as a browser gives them."""

import pytest

from echosphere.domain.workspace import Member, WorkspaceRole
from lambdas.api.handler import handler as api
from tests.unit.lambdas.gateway import Gateway
from tests.unit.services.stage import Stage

pytestmark = pytest.mark.unit
NOTHING: dict[str, object] = {"mine": None, "others": []}


def a_talk(gateway: Gateway) -> str:
    started = gateway.post("/api/sessions", {"language": "en-US"}, idempotency_key="a-new-key-0001")
    return f"/api/sessions/{started.json()['session']['id']}/feedback"


def a_colleague(stage: Stage, *, role: WorkspaceRole) -> Gateway:
    """Of person-1, who has come in before."""
    member = stage.ports.workspaces.find_member("person-1")
    assert member is not None
    stage.ports.workspaces.create_personal(
        Member(workspace_id=member.workspace_id, workspace_name="team", person_id="person-2", role=role)
    )
    return Gateway(api, person="person-2")


def test_feedback_is_given_and_the_same_again_changes_nothing(stage: Stage) -> None:
    gateway = Gateway(api)
    talk = a_talk(gateway)
    assert gateway.get(talk).json() == NOTHING

    given = {"thumb": "down", "note": "  It never told the price.\nAsk again.  "}
    answers = [gateway.put(talk, given) for _ in range(2)]

    assert [answer.status for answer in answers] == [200, 200]
    assert answers[0].json() == answers[1].json() == gateway.get(talk).json()
    mine = answers[0].json()["mine"]
    assert (mine["thumb"], mine["note"]) == ("down", "It never told the price.\nAsk again.")


def test_it_is_taken_back_and_said_anew(stage: Stage) -> None:
    gateway = Gateway(api)
    talk = a_talk(gateway)
    gateway.put(talk, {"thumb": "up"})

    assert [gateway.delete(talk).status for _ in range(2)] == [204, 204]
    assert gateway.get(talk).json() == NOTHING

    assert gateway.put(talk, {"thumb": "up"}).json()["mine"]["thumb"] == "up"


def test_colleagues_read_each_other_without_a_name(stage: Stage) -> None:
    owner = Gateway(api)
    talk = a_talk(owner)
    owner.put(talk, {"thumb": "up", "note": "Well done."})
    colleague = a_colleague(stage, role=WorkspaceRole.MEMBER)

    told = colleague.put(talk, {"thumb": "down"}).json()

    assert (told["mine"]["thumb"], [each["note"] for each in told["others"]]) == ("down", ["Well done."])
    assert "person-1" not in str(told)
    assert owner.get(talk).json()["mine"]["thumb"] == "up"


def test_a_viewer_reads_and_gives_none(stage: Stage) -> None:
    talk = a_talk(Gateway(api))
    viewer = a_colleague(stage, role=WorkspaceRole.VIEWER)

    answer = viewer.put(talk, {"thumb": "down"})

    assert (answer.status, answer.json()["code"]) == (403, "role_too_low")
    assert viewer.get(talk).json() == NOTHING


def test_the_talk_of_others_is_unknown(stage: Stage) -> None:
    talk, stranger = a_talk(Gateway(api)), Gateway(api, person="person-3")

    answers = [stranger.get(talk), stranger.put(talk, {"thumb": "up"}), stranger.delete(talk)]

    assert [(answer.status, answer.json()["code"]) for answer in answers] == 3 * [(404, "session_not_found")]
    assert Gateway(api).get(talk).json() == NOTHING


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "body.thumb"),
        ({"thumb": "sideways"}, "body.thumb"),
        ({"thumb": "up", "note": "x" * 2_001}, "body.note"),
        ({"thumb": "up", "note": "\ud800"}, "body.note"),
        ({"thumb": "up", "stars": 5}, "body.stars"),
    ],
)
def test_what_is_no_feedback_is_refused_by_its_field(stage: Stage, body: object, field: str) -> None:
    gateway = Gateway(api)
    talk = a_talk(gateway)

    answer = gateway.put(talk, body)

    assert (answer.status, field in answer.json()["detail"]) == (422, True)
    assert gateway.get(talk).json() == NOTHING
