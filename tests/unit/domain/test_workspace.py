import pytest

from echosphere.domain.errors import RoleTooLow
from echosphere.domain.workspace import WorkspaceRole
from tests.examples import a_member

pytestmark = pytest.mark.unit


def test_a_viewer_may_look_and_not_talk() -> None:
    with pytest.raises(RoleTooLow):
        a_member(role=WorkspaceRole.VIEWER).must_be_able_to_talk()


@pytest.mark.parametrize("role", [WorkspaceRole.ADMIN, WorkspaceRole.MEMBER])
def test_admins_and_members_may_talk(role: WorkspaceRole) -> None:
    a_member(role=role).must_be_able_to_talk()
