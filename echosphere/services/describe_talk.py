"""All that is kept of a talk, as JSON can say it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from echosphere.domain.export import to_plain
from echosphere.domain.feedback import Feedback
from echosphere.domain.playback import MASTER
from echosphere.domain.recording import Recording, raw_prefix
from echosphere.domain.session import Session
from echosphere.ports import BackendPorts, PlaybackSigner
from echosphere.services.read_all_messages import read_all_messages
from echosphere.services.read_all_turns import read_all_turns


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Where files are fetched without signing in, until then."""

    signer: PlaybackSigner
    origin: str
    until: datetime

    def query(self, session: Session) -> str:
        return self.signer.sign(session.id, until=self.until).query


def describe_talk(ports: BackendPorts, addresses: Addresses, session: Session) -> dict[str, Any]:
    recordings = ports.recordings.list_by_session(session.id)
    links = ports.links.list_by_session(session.id)
    return {
        **to_plain(session),
        "messages": [to_plain(message) for message in read_all_messages(ports, session.id)],
        "turns": [to_plain(turn) for turn in read_all_turns(ports, session.id)],
        "usage": [to_plain(usage) for usage in ports.usage.list_by_session(session.id)],
        "recordings": _recordings(ports, addresses, session, recordings) if recordings else [],
        "evaluations": [to_plain(evaluation) for evaluation in ports.evaluations.list_by_session(session.id)],
        "feedback": [_feedback(each) for each in ports.feedback.list_by_session(session.id)],
        "links": [
            {"created_at": to_plain(link)["created_at"], "expires_at": to_plain(link)["expires_at"]} for link in links
        ],
    }


def _feedback(feedback: Feedback) -> dict[str, Any]:
    """Who gave it is a colleague, and no business of a copy that leaves the house."""
    return {name: value for name, value in to_plain(feedback).items() if name in ("thumb", "note", "changed_at")}


def _recordings(
    ports: BackendPorts, addresses: Addresses, session: Session, recordings: list[Recording]
) -> list[dict[str, Any]]:
    query, raw = addresses.query(session), ports.media.list(raw_prefix(session.id))
    return [
        {
            **to_plain(recording),
            # A player fetches the pieces below `hls/` by way of the list that names them.
            "play": f"{_playlist(addresses, recording)}?{query}" if recording.renditions else None,
            "files": [
                {"name": each.key, "size_bytes": each.size_bytes, "address": f"{addresses.origin}/{each.key}?{query}"}
                for each in ports.media.list(recording.media_prefix)
                if not each.key.startswith(f"{recording.media_prefix}hls/")
            ],
            # Kept for some days to make the rest of; nobody can fetch it.
            "raw": [{"name": each.key, "size_bytes": each.size_bytes} for each in raw if each.key == recording.raw_key],
        }
        for recording in recordings
    ]


def _playlist(addresses: Addresses, recording: Recording) -> str:
    return f"{addresses.origin}/api/sessions/{recording.session_id}/playback/{recording.attempt}/{MASTER}"
