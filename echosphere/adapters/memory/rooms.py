from datetime import datetime, timedelta

from echosphere.domain.errors import RoomsUnavailable
from echosphere.domain.session import Session
from echosphere.ports.rooms import RoomPass


class MemoryRooms:
    """Keeps which rooms were opened and closed; `is_down` makes both fail as an unreachable server does."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.called: list[str] = []
        self.closed: list[str] = []
        self.is_down = False
        self.people: dict[str, set[str]] = {}
        self.agents: dict[str, set[str]] = {}
        self._sessions: dict[str, str] = {}

    def open(self, session: Session) -> None:
        if self.is_down:
            raise RoomsUnavailable
        self.opened.append(session.room_name)
        self._sessions[session.room_name] = session.id

    def call_agent(self, session: Session) -> None:
        if self.exists(session.room_name):
            self.called.append(session.room_name)

    def issue_pass(self, session: Session, *, identity: str, at: datetime) -> RoomPass:
        return RoomPass(
            livekit_url="ws://rooms.test",
            token=f"pass for {identity} to {session.room_name}",
            expires_at=at + timedelta(minutes=10),
        )

    def people_in(self, room_name: str) -> frozenset[str]:
        return frozenset(self.people.get(room_name, ())) if self.exists(room_name) else frozenset()

    def agents_in(self, room_name: str) -> frozenset[str]:
        if self.is_down:
            raise RoomsUnavailable
        return frozenset(self.agents.get(room_name, ()))

    def remove(self, room_name: str, identity: str) -> None:
        if self.is_down:
            raise RoomsUnavailable
        self.people.get(room_name, set()).discard(identity)

    def exists(self, room_name: str) -> bool:
        if self.is_down:
            raise RoomsUnavailable
        return room_name in self.opened and room_name not in self.closed

    def session_of(self, room_name: str) -> str | None:
        return self._sessions.get(room_name) if self.exists(room_name) else None

    def close(self, room_name: str) -> None:
        if self.is_down:
            raise RoomsUnavailable
        self.closed.append(room_name)
