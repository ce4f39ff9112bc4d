"""What lies in the table: one model for each kind of item, and nothing but its shape."""

from typing import ClassVar

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    TTLAttribute,
    UnicodeAttribute,
)
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex, KeysOnlyProjection
from pynamodb.models import Model


class TableMeta:
    """`table_name` is set once for each process, by open_table.

    Timeouts are those of a caller who is waiting for a person: three tries of at most three seconds.
    """

    table_name: ClassVar[str | None] = None
    connect_timeout_seconds = 1
    read_timeout_seconds = 3
    max_retry_attempts = 2


class TableItem(Model):
    Meta = TableMeta  # type: ignore[assignment]  # PynamoDB fills in the rest of its protocol itself

    PK = UnicodeAttribute(hash_key=True)
    SK = UnicodeAttribute(range_key=True)


class ByWorkspace(GlobalSecondaryIndex["SessionItem"]):  # type: ignore[no-untyped-call]  # its own hook is untyped
    class Meta:
        index_name = "by_workspace"
        projection = AllProjection()

    GSI1PK = UnicodeAttribute(hash_key=True)
    GSI1SK = UnicodeAttribute(range_key=True)


class UnsettledSessions(GlobalSecondaryIndex["SessionItem"]):  # type: ignore[no-untyped-call]  # its own hook is untyped
    """Sparse: holds what recording has not yet accounted for, sessions and recordings alike."""

    class Meta:
        index_name = "unsettled"
        projection = KeysOnlyProjection()

    GSI2PK = UnicodeAttribute(hash_key=True)
    GSI2SK = UnicodeAttribute(range_key=True)


class SessionItem(TableItem):
    GSI1PK = UnicodeAttribute()
    GSI1SK = UnicodeAttribute()
    by_workspace = ByWorkspace()
    GSI2PK = UnicodeAttribute(null=True)
    GSI2SK = UnicodeAttribute(null=True)
    unsettled = UnsettledSessions()

    session_id = UnicodeAttribute()
    workspace_id = UnicodeAttribute()
    person_id = UnicodeAttribute()
    room_name = UnicodeAttribute()
    participant_identity = UnicodeAttribute()
    language = UnicodeAttribute()
    persona_id = UnicodeAttribute(null=True)
    persona_name = UnicodeAttribute(null=True)
    recorded = BooleanAttribute(default=True)
    consented_at = UnicodeAttribute(null=True)
    status = UnicodeAttribute()
    created_at = UnicodeAttribute()
    started_at = UnicodeAttribute(null=True)
    ended_at = UnicodeAttribute(null=True)
    end_reason = UnicodeAttribute(null=True)
    failure_reason = UnicodeAttribute(null=True)
    title = UnicodeAttribute(null=True)
    message_count = NumberAttribute(default=0)
    trace = UnicodeAttribute(null=True)


class MessageItem(TableItem):
    message_id = UnicodeAttribute()
    session_id = UnicodeAttribute()
    workspace_id = UnicodeAttribute()
    role = UnicodeAttribute()
    text = UnicodeAttribute()
    started_s = NumberAttribute()
    ended_s = NumberAttribute()
    interrupted = BooleanAttribute()
    via = UnicodeAttribute()
    speaker = UnicodeAttribute(null=True)
    tool_results = JSONAttribute(null=True)  # missing in older items, and where there are none


class RecordingItem(TableItem):
    GSI2PK = UnicodeAttribute(null=True)
    GSI2SK = UnicodeAttribute(null=True)

    session_id = UnicodeAttribute()
    workspace_id = UnicodeAttribute()
    attempt = NumberAttribute()
    kind = UnicodeAttribute()
    status = UnicodeAttribute()
    revision = NumberAttribute()
    created_at = UnicodeAttribute()
    changed_at = UnicodeAttribute()
    called_until = UnicodeAttribute(null=True)
    lane = NumberAttribute(null=True)
    egress_id = UnicodeAttribute(null=True)
    started_at = UnicodeAttribute(null=True)
    ended_at = UnicodeAttribute(null=True)
    duration_s = NumberAttribute(null=True)
    ended_early = BooleanAttribute(null=True)
    raw_version = UnicodeAttribute(null=True)
    job_id = UnicodeAttribute(null=True)
    given_up_job_id = UnicodeAttribute(null=True)
    percent = NumberAttribute(null=True)
    failure = UnicodeAttribute(null=True)
    failure_words = UnicodeAttribute(null=True)
    renditions = JSONAttribute()
    has_captions = BooleanAttribute()
    has_thumbnails = BooleanAttribute(null=True)
    has_mix = BooleanAttribute(null=True)
    trace = UnicodeAttribute(null=True)


class LinkItem(TableItem):
    session_id = UnicodeAttribute()
    link_id = UnicodeAttribute()
    secret_hash = UnicodeAttribute()
    created_at = UnicodeAttribute()
    expires_at = TTLAttribute()
    uses = NumberAttribute(default=0)


class SpeakerItem(TableItem):
    session_id = UnicodeAttribute()
    identity = UnicodeAttribute()
    label = UnicodeAttribute(null=True)
    joined_at = UnicodeAttribute()
    invitation_id = UnicodeAttribute(null=True)  # these two are missing in older records
    key_hash = UnicodeAttribute(null=True)
    consented_at = UnicodeAttribute(null=True)
    removed_at = UnicodeAttribute(null=True)


class EvaluationItem(TableItem):
    session_id = UnicodeAttribute()
    workspace_id = UnicodeAttribute()
    judge = UnicodeAttribute()
    judge_kind = UnicodeAttribute()
    judge_version = UnicodeAttribute()
    status = UnicodeAttribute()
    changed_at = UnicodeAttribute()
    revision = NumberAttribute()
    scores = JSONAttribute()
    flags = JSONAttribute()
    messages = NumberAttribute()
    failure = UnicodeAttribute(null=True)
    uses = JSONAttribute(null=True)  # missing in older records, of which the next two are known
    input_tokens = NumberAttribute(null=True)
    output_tokens = NumberAttribute(null=True)


class FeedbackItem(TableItem):
    session_id = UnicodeAttribute()
    workspace_id = UnicodeAttribute()
    person_id = UnicodeAttribute()
    thumb = UnicodeAttribute()
    note = UnicodeAttribute()
    changed_at = UnicodeAttribute()


class TurnItem(TableItem):
    """`moments` are seconds from the session's start, by name."""

    turn_id = UnicodeAttribute()
    session_id = UnicodeAttribute()
    workspace_id = UnicodeAttribute()
    via = UnicodeAttribute()
    interrupted = BooleanAttribute()
    answer_ids = JSONAttribute()
    incidents = JSONAttribute()
    moments = JSONAttribute()


class UsageItem(TableItem):
    job_id = UnicodeAttribute()
    session_id = UnicodeAttribute()
    workspace_id = UnicodeAttribute()
    uses = JSONAttribute()
    listened_s = NumberAttribute()
    participant_s = NumberAttribute()


class DayItem(TableItem):
    """Costs are in micro-dollars, by part; `voice_to_voice` counts turns, by step of the histogram.

    What may be null is missing in older items.
    """

    workspace_id = UnicodeAttribute()
    day = UnicodeAttribute()
    persona_id = UnicodeAttribute()
    revision = NumberAttribute()
    sums = JSONAttribute()
    voice_to_voice = JSONAttribute()
    cost = JSONAttribute()
    on_aws = JSONAttribute()
    unpriced = JSONAttribute(null=True)
    language = UnicodeAttribute(null=True)
    opinions = JSONAttribute(null=True)
    judges = JSONAttribute(null=True)
    slowest = JSONAttribute(null=True)
    failed_ids = JSONAttribute(null=True)


class CountedItem(TableItem):
    """That something of a session is in the figures of its day, and what; missing in older items."""

    sums = JSONAttribute(null=True)
    voice_to_voice = JSONAttribute(null=True)
    cost = JSONAttribute(null=True)
    on_aws = JSONAttribute(null=True)
    unpriced = JSONAttribute(null=True)
    opinions = JSONAttribute(null=True)
    judges = JSONAttribute(null=True)
    revision = NumberAttribute(null=True)


class RateItem(TableItem):
    counted = NumberAttribute(default=0)
    expires_at = TTLAttribute()


class IdempotencyItem(TableItem):
    """Beside the request, what it made."""

    request = UnicodeAttribute()
    session_id = UnicodeAttribute(null=True)
    persona_id = UnicodeAttribute(null=True)
    expires_at = TTLAttribute()


class PersonaItem(TableItem):
    persona_id = UnicodeAttribute()
    workspace_id = UnicodeAttribute()
    person_id = UnicodeAttribute(null=True)
    name = UnicodeAttribute()
    instructions = UnicodeAttribute()
    languages = JSONAttribute()
    recorded = BooleanAttribute()
    created_at = UnicodeAttribute()
    changed_at = UnicodeAttribute()


class OutboxItem(TableItem):
    detail_type = UnicodeAttribute()
    detail = JSONAttribute()


class PersonItem(TableItem):
    workspace_id = UnicodeAttribute()


class DepartureItem(TableItem):
    """`expires_at` stands when all is deleted: until then it must not vanish."""

    asked_at = UnicodeAttribute()
    talks_deleted = NumberAttribute(default=0)
    is_over = BooleanAttribute(default=False)
    expires_at = TTLAttribute(null=True)


class ExportItem(TableItem):
    export_id = UnicodeAttribute()
    person_id = UnicodeAttribute()
    workspace_id = UnicodeAttribute()
    asked_at = UnicodeAttribute()
    is_ready = BooleanAttribute()
    parts = NumberAttribute()
    talks = NumberAttribute()
    cursor = UnicodeAttribute(null=True)
    expires_at = TTLAttribute()


class WorkspaceItem(TableItem):
    workspace_id = UnicodeAttribute()
    name = UnicodeAttribute()


class MemberItem(TableItem):
    workspace_id = UnicodeAttribute()
    person_id = UnicodeAttribute()
    role = UnicodeAttribute()


def open_table(name: str) -> None:
    """Binds every model to the deployed table. PynamoDB keeps the name on the class, so a process has one table.

    And one client: PynamoDB would make one for each model at its first use, a quarter of a second of processor each.
    """
    TableMeta.table_name = name
    SessionItem._connection = None  # noqa: SLF001  # of another table
    TableItem._connection = SessionItem._get_connection()  # noqa: SLF001  # which knows of every index
