import pytest

from echosphere.domain.errors import MediaUnavailable, RoleTooLow, SessionNotFound
from echosphere.domain.workspace import WorkspaceRole
from echosphere.services.delete_session import delete_session
from tests.examples import a_member, a_message
from tests.unit.services.recording_stage import RecordingStage, set_recording_stage

pytestmark = pytest.mark.unit
OWNER = a_member(workspace_id="workspace-0")


def ready() -> RecordingStage:
    stage = set_recording_stage()
    stage.talk()
    stage.ports.sessions.add_message(a_message(stage.session))
    stage.upload()
    stage.be_transcoded()
    return stage


def test_nothing_is_left_of_a_deleted_talk() -> None:
    stage = ready()

    delete_session(stage.ports, OWNER, stage.session.id)

    with pytest.raises(SessionNotFound):
        stage.ports.sessions.get(stage.session.id)
    assert stage.ports.sessions.list_messages(stage.session.id, limit=10, cursor=None).items == []
    assert stage.recordings() == [] and stage.media.list("") == []


def test_a_talk_that_goes_on_is_ended_first() -> None:
    stage = set_recording_stage()
    stage.begin()

    delete_session(stage.ports, OWNER, stage.session.id)

    assert stage.rooms.closed == [stage.session.room_name]


def test_a_delete_that_was_cut_off_can_be_asked_for_again() -> None:
    stage = ready()
    stage.media.is_down = True
    with pytest.raises(MediaUnavailable):
        delete_session(stage.ports, OWNER, stage.session.id)
    stage.media.is_down = False

    delete_session(stage.ports, OWNER, stage.session.id)

    assert stage.media.list("") == []


def test_a_talk_of_others_is_unknown() -> None:
    stage = ready()

    with pytest.raises(SessionNotFound):
        delete_session(stage.ports, a_member(), stage.session.id)


def test_a_viewer_deletes_nothing() -> None:
    stage = ready()

    with pytest.raises(RoleTooLow):
        delete_session(stage.ports, a_member(workspace_id="workspace-0", role=WorkspaceRole.VIEWER), stage.session.id)
