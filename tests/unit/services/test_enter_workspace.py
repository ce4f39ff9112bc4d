import pytest

from echosphere.adapters.memory import memory_ports
from echosphere.domain.workspace import WorkspaceRole
from echosphere.services.enter_workspace import enter_workspace

pytestmark = pytest.mark.unit


def test_the_first_sign_in_makes_a_personal_workspace_with_its_admin() -> None:
    member = enter_workspace(memory_ports(), "person-1")

    assert member.role is WorkspaceRole.ADMIN


def test_every_later_sign_in_finds_the_same_workspace() -> None:
    ports = memory_ports()

    assert enter_workspace(ports, "person-1") == enter_workspace(ports, "person-1")


def test_two_people_have_two_workspaces() -> None:
    ports = memory_ports()

    assert enter_workspace(ports, "person-1").workspace_id != enter_workspace(ports, "person-2").workspace_id
