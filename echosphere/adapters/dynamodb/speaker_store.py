from echosphere.adapters.dynamodb.errors import translated
from echosphere.adapters.dynamodb.items import SpeakerItem
from echosphere.adapters.dynamodb.session_records import session_partition
from echosphere.domain.moment import from_text, to_text
from echosphere.domain.speaker import Speaker

SPEAKER = "SPEAKER#"


class DynamoSpeakerStore:
    def create(self, speaker: Speaker) -> None:
        with translated():
            SpeakerItem(
                session_partition(speaker.session_id),
                f"{SPEAKER}{speaker.identity}",
                session_id=speaker.session_id,
                identity=speaker.identity,
                label=speaker.label,
                joined_at=to_text(speaker.joined_at),
                consented_at=to_text(speaker.consented_at) if speaker.consented_at else None,
            ).save()

    def list_by_session(self, session_id: str) -> list[Speaker]:
        with translated():
            items = SpeakerItem.query(
                session_partition(session_id), SpeakerItem.SK.startswith(SPEAKER), consistent_read=True
            )
            return sorted((_to_speaker(item) for item in items), key=lambda speaker: speaker.joined_at)


def _to_speaker(item: SpeakerItem) -> Speaker:
    return Speaker(
        session_id=item.session_id,
        identity=item.identity,
        label=item.label,
        joined_at=from_text(item.joined_at),
        consented_at=from_text(item.consented_at) if item.consented_at else None,
    )
