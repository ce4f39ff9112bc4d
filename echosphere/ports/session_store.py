from typing import Protocol

from echosphere.domain.events import Event
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.message import Message
from echosphere.domain.page import Page
from echosphere.domain.session import Session
from echosphere.domain.session_filter import ANY_SESSION, SessionFilter


class SessionStore(Protocol):
    """Sessions and their messages. Every method raises StoreUnavailable when the store does not answer."""

    def get(self, session_id: str) -> Session:
        """Strongly consistent. Raises SessionNotFound."""
        ...

    def create(self, session: Session, *, key: IdempotencyKey) -> Session:
        """Stores session and key together; a key seen before gives the session of that time.

        Raises IdempotencyKeyReused when the key came with another request.
        """
        ...

    def made_with(self, key: IdempotencyKey) -> Session | None:
        """The session that a request with this key made before. Raises IdempotencyKeyReused as `create`."""
        ...

    def replace(self, session: Session, *, was: Session, event: Event) -> None:
        """Stores the new state and its event in one transaction.

        Raises WriteConflict unless the stored status is still `was.status`.
        """
        ...

    def rename(self, session_id: str, title: str) -> Session:
        """The session under its new name; nothing else of it changes. Raises SessionNotFound."""
        ...

    def delete(self, session: Session) -> None:
        """Everything that is kept of it, from messages and recordings to evaluations and keys, and itself last.

        So a delete that was cut off is found again and repeated. What is gone already is no error.
        """
        ...

    def list_by_workspace(
        self, workspace_id: str, *, limit: int, cursor: str | None, only: SessionFilter = ANY_SESSION
    ) -> Page[Session]:
        """Newest first. Raises InvalidCursor.

        What is left out was read, too, and that is bounded: a page may hold fewer than `limit`, and still be continued.
        """
        ...

    def add_message(self, message: Message) -> None:
        """Stores the message and counts it in its session; one seen before changes nothing.

        Raises SessionNotFound.
        """
        ...

    def list_messages(self, session_id: str, *, limit: int, cursor: str | None) -> Page[Message]:
        """In the order of their start. Raises InvalidCursor."""
        ...
