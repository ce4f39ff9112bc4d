import pytest

from echosphere.domain.errors import RoleTooLow
from echosphere.domain.session import is_a_line
from echosphere.domain.workspace import WorkspaceRole
from echosphere.services.rename_session import rename_session
from tests.examples import a_member, a_message
from tests.unit.services.stage import set_stage

pytestmark = pytest.mark.unit
OWNER = a_member(workspace_id="workspace-0")


def test_a_talk_has_the_name_that_was_given_last() -> None:
    stage = set_stage()

    for title in ("Opening hours", "営業時間", "営業時間"):
        renamed = rename_session(stage.ports, OWNER, stage.session.id, title)

    assert stage.ports.sessions.get(stage.session.id) == renamed
    assert renamed.title == "営業時間"


def test_first_words_do_not_take_a_given_names_place() -> None:
    stage = set_stage()

    rename_session(stage.ports, OWNER, stage.session.id, "Opening hours")
    stage.ports.sessions.add_message(a_message(stage.session))

    assert stage.ports.sessions.get(stage.session.id).title == "Opening hours"


def test_a_viewer_names_nothing() -> None:
    stage = set_stage()
    viewer = a_member(workspace_id="workspace-0", role=WorkspaceRole.VIEWER)

    with pytest.raises(RoleTooLow):
        rename_session(stage.ports, viewer, stage.session.id, "Mine now")


@pytest.mark.parametrize("text", ["a", "営業　時間", "👩‍👩‍👧 family", "Ação – olá", "x" * 80])
def test_what_people_write_in_a_line_is_one(text: str) -> None:
    assert is_a_line(text)


@pytest.mark.parametrize("text", ["a\nb", "a\x00b", "a\tb", "a\x85b", "a\u2028b", "a\u2029b", "a\u202eb", "a\ud800b"])
def test_what_breaks_or_turns_a_line_is_none(text: str) -> None:
    assert not is_a_line(text)
