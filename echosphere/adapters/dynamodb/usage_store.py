from dataclasses import asdict

from echosphere.adapters.dynamodb.beside_a_session import put_beside_a_session
from echosphere.adapters.dynamodb.errors import translated
from echosphere.adapters.dynamodb.items import UsageItem
from echosphere.adapters.dynamodb.session_records import session_partition
from echosphere.domain.usage import JobUsage, Part, Use

USAGE = "USAGE#"


class DynamoUsageStore:
    def put(self, usage: JobUsage) -> None:
        put_beside_a_session(
            UsageItem(
                session_partition(usage.session_id),
                f"{USAGE}{usage.id}",
                job_id=usage.id,
                session_id=usage.session_id,
                workspace_id=usage.workspace_id,
                uses=[asdict(use) for use in usage.uses],
                listened_s=usage.listened_s,
                participant_s=usage.participant_s,
            ),
            session_id=usage.session_id,
        )

    def list_by_session(self, session_id: str) -> list[JobUsage]:
        with translated():
            found = UsageItem.query(session_partition(session_id), UsageItem.SK.startswith(USAGE), consistent_read=True)
            return [_to_usage(item) for item in found]


def _to_usage(item: UsageItem) -> JobUsage:
    return JobUsage(
        id=item.job_id,
        session_id=item.session_id,
        workspace_id=item.workspace_id,
        uses=tuple(Use(**{**use, "part": Part(use["part"])}) for use in item.uses),
        listened_s=item.listened_s,
        participant_s=item.participant_s,
    )
