"""A workspace: the team that a record belongs to, and what its members may do."""

from dataclasses import dataclass
from enum import StrEnum

from echosphere.domain.errors import RoleTooLow


class WorkspaceRole(StrEnum):
    ADMIN = "admin"
    MEMBER = "member"
    VIEWER = "viewer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person in a workspace. `person_id` is Cognito's `sub`."""

    workspace_id: str
    workspace_name: str
    person_id: str
    role: WorkspaceRole

    def must_be_able_to_talk(self) -> None:
        """Raises RoleTooLow for a viewer, who may look at talks and hold none."""
        self._must_be_more_than_a_viewer()

    def must_be_able_to_make_personas(self) -> None:
        """Raises RoleTooLow for a viewer."""
        self._must_be_more_than_a_viewer()

    def must_be_an_admin(self) -> None:
        """Raises RoleTooLow for anybody else: of what is done to everybody's records at once."""
        if self.role is not WorkspaceRole.ADMIN:
            raise RoleTooLow(self.role)

    def _must_be_more_than_a_viewer(self) -> None:
        if self.role is WorkspaceRole.VIEWER:
            raise RoleTooLow(self.role)
