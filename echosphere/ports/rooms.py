from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from echosphere.domain.session import Session

ALIVE = "echosphere.alive"
"""The remote call that a living agent answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomPass:
    """What a browser needs to enter: LiveKit's address, a token for one room, and when the token stops to open it."""

    livekit_url: str
    token: str
    expires_at: datetime


class Rooms(Protocol):
    def open(self, session: Session) -> None:
        """Makes the session's room and calls the agent into it. A room that is there already is no error.

        Raises RoomsUnavailable.
        """
        ...

    def call_agent(self, session: Session) -> None:
        """Calls the agent into the session's room, when it is open and no living agent is in it or on its way.

        One that does not answer any more is sent out. Raises RoomsUnavailable.
        """
        ...

    def issue_pass(self, session: Session, *, identity: str, at: datetime) -> RoomPass:
        """For one person, who is known in the room by `identity` alone."""
        ...

    def people_in(self, room_name: str) -> frozenset[str]:
        """Their identities; agents and recorders are none. Empty where there is no room. Raises RoomsUnavailable."""
        ...

    def agents_in(self, room_name: str) -> frozenset[str]:
        """The identities of agents, hanging ones too. Empty where there is no room. Raises RoomsUnavailable."""
        ...

    def remove(self, room_name: str, identity: str) -> None:
        """Sends one person out. Who is not in it, or a room that is gone, is no error. Raises RoomsUnavailable.

        LiveKit Cloud takes no pass from before any more; elsewhere theirs would open for some minutes still, and
        whoever comes in by it is to be removed again.
        """
        ...

    def exists(self, room_name: str) -> bool:
        """Raises RoomsUnavailable."""
        ...

    def session_of(self, room_name: str) -> str | None:
        """The id of the session whose room is open under this name. Raises RoomsUnavailable."""
        ...

    def close(self, room_name: str) -> None:
        """Sends everybody out. A room that is gone already is no error. Raises RoomsUnavailable."""
        ...
