import json
from datetime import timedelta

import pytest
from livekit import api

from echosphere.adapters.livekit_agents import AGENT_ARRIVES_S, NANOSECONDS, is_under_way
from echosphere.adapters.livekit_api import LiveKitKeys, always
from echosphere.adapters.livekit_rooms import LiveKitRooms
from echosphere.domain.errors import RoomsUnavailable
from echosphere.domain.session import Session
from echosphere.domain.speaker import MOST_PEOPLE
from echosphere.ports.rooms import RoomPass
from tests.examples import NINE_O_CLOCK, a_session

pytestmark = pytest.mark.unit
KEYS = LiveKitKeys("key", "a secret of at least thirty-two bytes")
ROOMS = LiveKitRooms(
    public_url="wss://rooms.example", api_url="http://127.0.0.1:9", agent_name="echosphere", keys=always(KEYS)
)


def a_pass(session: Session, *, identity: str = "guest-1") -> RoomPass:
    return ROOMS.issue_pass(session, identity=identity, at=NINE_O_CLOCK)


def test_a_pass_names_the_one_it_is_for() -> None:
    claims = api.TokenVerifier(KEYS.api_key, KEYS.api_secret).verify(a_pass(a_session(), identity="guest-7").token)

    assert claims.identity == "guest-7" and not claims.name and not claims.metadata


def test_no_more_people_enter_a_room_than_may_be_in_it() -> None:
    config = api.TokenVerifier(KEYS.api_key, KEYS.api_secret).verify(a_pass(a_session()).token).room_config

    assert config is not None and config.max_participants == MOST_PEOPLE


def test_a_pass_opens_one_room_and_brings_the_agent_for_its_session() -> None:
    session = a_session()

    claims = api.TokenVerifier(KEYS.api_key, KEYS.api_secret).verify(a_pass(session).token)

    assert claims.video is not None
    assert (claims.video.room, claims.video.room_join) == (session.room_name, True)
    assert claims.room_config is not None
    (dispatch,) = claims.room_config.agents
    assert dispatch.agent_name == "echosphere"
    assert json.loads(dispatch.metadata) == {"session_id": session.id}


def test_a_pass_lets_its_person_speak_and_show_and_nobody_administer_or_record() -> None:
    token = a_pass(a_session()).token

    video = api.TokenVerifier(KEYS.api_key, KEYS.api_secret).verify(token).video

    assert video is not None
    assert not (video.room_admin or video.room_create or video.room_list or video.room_record)
    assert video.can_publish_sources == ["microphone", "camera", "screen_share", "screen_share_audio"]


def test_a_pass_says_nothing_of_the_person() -> None:
    session = a_session(person_id="taro@example.com", workspace_id="acme")

    claims = api.TokenVerifier(KEYS.api_key, KEYS.api_secret).verify(a_pass(session).token)

    assert "taro" not in str(claims)
    assert "acme" not in str(claims)


def test_a_pass_is_for_ten_minutes() -> None:
    assert a_pass(a_session()).expires_at - NINE_O_CLOCK == timedelta(minutes=10)


def test_the_room_outlives_the_wait_for_a_person_who_may_return() -> None:
    token = a_pass(a_session()).token

    config = api.TokenVerifier(KEYS.api_key, KEYS.api_secret).verify(token).room_config

    assert config is not None
    assert config.departure_timeout > 30


def test_a_server_that_does_not_answer_is_rooms_unavailable() -> None:
    with pytest.raises(RoomsUnavailable):
        ROOMS.close("room-1")
    with pytest.raises(RoomsUnavailable):
        ROOMS.open(a_session())
    with pytest.raises(RoomsUnavailable):
        ROOMS.exists("room-1")
    with pytest.raises(RoomsUnavailable):
        ROOMS.session_of("room-1")
    with pytest.raises(RoomsUnavailable):
        ROOMS.people_in("room-1")
    with pytest.raises(RoomsUnavailable):
        ROOMS.agents_in("room-1")


def a_call(*jobs: api.JobStatus) -> api.AgentDispatch:
    """Made at second 100."""
    states = [api.Job(state=api.JobState(status=status)) for status in jobs]
    return api.AgentDispatch(state=api.AgentDispatchState(created_at=int(100 * NANOSECONDS), jobs=states))


@pytest.mark.parametrize("jobs", [(), (api.JobStatus.JS_PENDING,), (api.JobStatus.JS_RUNNING,)])
def test_an_agent_that_was_called_is_on_its_way_for_ten_seconds(jobs: tuple[api.JobStatus, ...]) -> None:
    assert is_under_way(a_call(*jobs), at_s=100 + AGENT_ARRIVES_S - 1)
    assert not is_under_way(a_call(*jobs), at_s=100 + AGENT_ARRIVES_S)


@pytest.mark.parametrize("status", [api.JobStatus.JS_SUCCESS, api.JobStatus.JS_FAILED])
def test_an_agent_whose_job_is_over_is_not_on_its_way(status: api.JobStatus) -> None:
    assert not is_under_way(a_call(status), at_s=101)
    assert is_under_way(a_call(status, api.JobStatus.JS_RUNNING), at_s=101)


def test_the_call_that_brought_an_agent_which_died_brings_no_other() -> None:
    assert is_under_way(a_call(), at_s=101, since_s=99)
    assert not is_under_way(a_call(), at_s=101, since_s=100)


def test_keys_are_not_printed() -> None:
    assert "secret" not in repr(ROOMS)
