"""Stores of what belongs to a talk, beside the talks themselves."""

from dataclasses import dataclass

from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.identifiers import new_id
from echosphere.domain.session import Session
from echosphere.ports import SessionStore
from tests.examples import a_session


@dataclass(frozen=True)
class WithSessions:
    sessions: SessionStore

    def session(self) -> Session:
        """One more, of nobody in particular."""
        key = IdempotencyKey(scope="person-0", value=new_id(), request="start")
        return self.sessions.create(a_session(id=new_id()), key=key)
