from collections.abc import Callable, MutableMapping
from dataclasses import replace
from threading import Lock
from typing import Any

from echosphere.adapters.memory.outbox import MemoryOutbox
from echosphere.adapters.sort_keys import MESSAGE_SORT_KEY, SESSION_SORT_KEY, message_sort_key, session_sort_key
from echosphere.domain.errors import IdempotencyKeyReused, SessionNotFound, WriteConflict
from echosphere.domain.events import Event
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.message import Message, Role
from echosphere.domain.page import Page, from_cursor, to_cursor
from echosphere.domain.recording import Recording
from echosphere.domain.session import Session, title_from
from echosphere.domain.session_filter import ANY_SESSION, SessionFilter


class MemorySessionStore:
    def __init__(self, outbox: MemoryOutbox) -> None:
        self._outbox = outbox
        self.recordings: dict[tuple[str, int], Recording] = {}
        self._beside: list[MutableMapping[tuple[str, str], Any]] = []
        self._sessions: dict[str, Session] = {}
        self._messages: dict[str, dict[str, Message]] = {}
        self._keys: dict[tuple[str, str], tuple[str, str]] = {}
        self._lock = Lock()

    def forget_with_a_session(self, records: MutableMapping[tuple[str, str], Any]) -> None:
        """What another store keeps of sessions, by the session's id and something more."""
        self._beside.append(records)

    def get(self, session_id: str) -> Session:
        try:
            return self._sessions[session_id]
        except KeyError:
            raise SessionNotFound(session_id) from None

    def create(self, session: Session, *, key: IdempotencyKey) -> Session:
        with self._lock:
            request, session_id = self._keys.setdefault((key.scope, key.value), (key.request, session.id))
            if request != key.request:
                raise IdempotencyKeyReused
            return self._sessions.setdefault(session_id, session)

    def made_with(self, key: IdempotencyKey) -> Session | None:
        request, session_id = self._keys.get((key.scope, key.value), (key.request, ""))
        if request != key.request:
            raise IdempotencyKeyReused
        return self.get(session_id) if session_id else None

    def replace(self, session: Session, *, was: Session, event: Event) -> None:
        with self._lock:
            stored = self.get(session.id)
            if stored.status is not was.status:
                raise WriteConflict
            counted = replace(session, title=stored.title, message_count=stored.message_count)
            self._sessions[session.id] = counted
            self._outbox.add(event)

    def rename(self, session_id: str, title: str) -> Session:
        with self._lock:
            self._sessions[session_id] = replace(self.get(session_id), title=title)
            return self._sessions[session_id]

    def all(self) -> list[Session]:
        return list(self._sessions.values())

    def delete(self, session: Session) -> None:
        with self._lock:
            self._keys = {key: made for key, made in self._keys.items() if made[1] != session.id}
            self._messages.pop(session.id, None)
            for key in [key for key in self.recordings if key[0] == session.id]:
                del self.recordings[key]
            for records in self._beside:
                for place in [place for place in records if place[0] == session.id]:
                    del records[place]
            self._sessions.pop(session.id, None)

    def list_by_workspace(
        self, workspace_id: str, *, limit: int, cursor: str | None, only: SessionFilter = ANY_SESSION
    ) -> Page[Session]:
        before = from_cursor(cursor, SESSION_SORT_KEY) if cursor else None
        mine = [
            session
            for session in self._sessions.values()
            if session.workspace_id == workspace_id and only.fits(session)
        ]
        mine = [session for session in mine if before is None or session_sort_key(session) < before]
        return _page(sorted(mine, key=session_sort_key, reverse=True), session_sort_key, limit)

    def add_message(self, message: Message) -> None:
        with self._lock:
            session = self.get(message.session_id)
            messages = self._messages.setdefault(message.session_id, {})
            if message.id in messages:
                return
            messages[message.id] = message
            title = session.title or (title_from(message.text) if message.role is Role.USER else None)
            counted = replace(session, message_count=session.message_count + 1, title=title)
            self._sessions[session.id] = counted

    def list_messages(self, session_id: str, *, limit: int, cursor: str | None) -> Page[Message]:
        after = from_cursor(cursor, MESSAGE_SORT_KEY) if cursor else ""
        messages = [each for each in self._messages.get(session_id, {}).values() if message_sort_key(each) > after]
        return _page(sorted(messages, key=message_sort_key), message_sort_key, limit)


def _page[T](items: list[T], sort_key: Callable[[T], str], limit: int) -> Page[T]:
    page = items[:limit]
    return Page(page, to_cursor(sort_key(page[-1])) if len(items) > limit else None)
