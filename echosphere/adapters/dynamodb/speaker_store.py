from datetime import datetime

from pynamodb.exceptions import UpdateError

from echosphere.adapters.dynamodb.errors import translated, was_refused
from echosphere.adapters.dynamodb.items import SpeakerItem
from echosphere.adapters.dynamodb.session_records import session_partition
from echosphere.domain.moment import from_text, to_text
from echosphere.domain.speaker import Speaker

SPEAKER = "SPEAKER#"


class DynamoSpeakerStore:
    def create(self, speaker: Speaker) -> None:
        with translated():
            SpeakerItem(
                *_key(speaker.session_id, speaker.identity),
                session_id=speaker.session_id,
                identity=speaker.identity,
                label=speaker.label,
                joined_at=to_text(speaker.joined_at),
                invitation_id=speaker.invitation_id,
                key_hash=speaker.key_hash,
                consented_at=to_text(speaker.consented_at) if speaker.consented_at else None,
            ).save()

    def remove(self, session_id: str, identity: str, *, at: datetime) -> None:
        item = SpeakerItem(*_key(session_id, identity))
        try:
            with translated():
                item.update(actions=[SpeakerItem.removed_at.set(to_text(at))], condition=SpeakerItem.PK.exists())
        except UpdateError as error:
            if not was_refused(error):
                raise

    def list_by_session(self, session_id: str) -> list[Speaker]:
        with translated():
            items = SpeakerItem.query(
                session_partition(session_id), SpeakerItem.SK.startswith(SPEAKER), consistent_read=True
            )
            return sorted((_to_speaker(item) for item in items), key=lambda speaker: speaker.joined_at)


def _key(session_id: str, identity: str) -> tuple[str, str]:
    return session_partition(session_id), f"{SPEAKER}{identity}"


def _to_speaker(item: SpeakerItem) -> Speaker:
    return Speaker(
        session_id=item.session_id,
        identity=item.identity,
        label=item.label,
        joined_at=from_text(item.joined_at),
        invitation_id=item.invitation_id or "",
        key_hash=item.key_hash or "",
        consented_at=from_text(item.consented_at) if item.consented_at else None,
        removed_at=from_text(item.removed_at) if item.removed_at else None,
    )
