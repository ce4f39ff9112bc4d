"""A talk for whoever holds a link to it: what was said and, where it is ready, what was recorded."""

from dataclasses import dataclass

from echosphere.domain.errors import RecordingNotFound, RecordingNotReady, SessionNotFound, SharedLinkNotFound
from echosphere.domain.message import Message
from echosphere.domain.playback import ACCESS_LASTS, Playback
from echosphere.domain.session import Session
from echosphere.domain.shared_link import SharedLink
from echosphere.ports import PlaybackSigner, Ports
from echosphere.services.find_open_link import find_open_link
from echosphere.services.open_playback import playback_of
from echosphere.services.read_all_messages import read_all_messages


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSession:
    """`playback` is None while there is nothing to hear."""

    session: Session
    messages: tuple[Message, ...]
    playback: Playback | None


def open_shared_session(ports: Ports, signer: PlaybackSigner, secret: str) -> SharedSession:
    """Unknown, expired, revoked and deleted look alike. Raises SharedLinkNotFound, SignerUnavailable."""
    link = _open_link(ports, secret)
    try:
        session = ports.sessions.get(link.session_id)
    except SessionNotFound as error:
        raise SharedLinkNotFound from error
    return SharedSession(
        session=session,
        messages=tuple(read_all_messages(ports, session.id)),
        playback=_playback(ports, signer, session, link),
    )


def _open_link(ports: Ports, secret: str) -> SharedLink:
    link = find_open_link(ports.links, secret, at=ports.clock.now())
    if link is None:
        raise SharedLinkNotFound
    return link


def _playback(ports: Ports, signer: PlaybackSigner, session: Session, link: SharedLink) -> Playback | None:
    """Not for longer than the link."""
    until = min(ports.clock.now() + ACCESS_LASTS, link.expires_at)
    try:
        return playback_of(ports, signer, session, until=until)
    except (RecordingNotFound, RecordingNotReady):
        return None
