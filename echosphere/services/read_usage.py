"""What a talk used of each service, its judging too, what it cost, and what it would cost on AWS."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from echosphere.domain.cost import Cost, CostLine, CostPart, as_if_on_aws, cost_of, cost_of_uses
from echosphere.domain.evaluation import Evaluation
from echosphere.domain.hosting import Hosting
from echosphere.domain.made import minutes_made
from echosphere.domain.price import Unit
from echosphere.domain.recording import Recording, session_media_prefix
from echosphere.domain.session import Session
from echosphere.domain.usage import Use, summed
from echosphere.domain.workspace import Member
from echosphere.ports import BackendPorts
from echosphere.services.read_session import read_session

GB = 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkUsage:
    """`recorded_s` of sound and pictures; `made_minutes` of all outputs of the transcoder; `stored_bytes` of what was
    made and is kept. `on_aws` is the same talk with Transcribe, Bedrock, Polly, MediaConvert and S3."""

    uses: tuple[Use, ...]
    listened_s: float
    participant_s: float
    recorded_s: float
    made_minutes: float
    stored_bytes: int
    hosting: Hosting
    cost: Cost
    on_aws: Cost


def read_usage(ports: BackendPorts, member: Member, session_id: str) -> TalkUsage:
    """Raises SessionNotFound, Unavailable."""
    return usage_of(ports, read_session(ports, member, session_id))


def usage_of(ports: BackendPorts, session: Session) -> TalkUsage:
    """Reads what lies in the talk's own partition and its own files; how many talks there are changes nothing."""
    jobs = ports.usage.list_by_session(session.id)
    judges = [use for each in ports.evaluations.list_by_session(session.id) for use in each.uses]
    recordings = ports.recordings.list_by_session(session.id)
    stored_bytes = _stored_bytes(ports, session_media_prefix(session.id)) if recordings else 0
    uses = summed([*(use for job in jobs for use in job.uses), *judges])
    listened_s = sum(job.listened_s for job in jobs)
    hosting, made = ports.hosting, _made(recordings)
    moved = as_if_on_aws(uses, listened_s=listened_s)
    media = [media_cost(made, stored_bytes, hosting, provider=provider) for provider in (hosting.provider, "aws")]
    return TalkUsage(
        uses=uses,
        listened_s=round(listened_s, 3),
        participant_s=round(sum(job.participant_s for job in jobs), 3),
        recorded_s=round(sum(recording.duration_s or 0.0 for recording in recordings), 3),
        made_minutes=round(float(sum(made.values(), Decimal(0))), 3),
        stored_bytes=stored_bytes,
        hosting=hosting,
        cost=Cost(lines=(*cost_of_uses(uses, region=hosting.region), *media[0])),
        on_aws=Cost(lines=(*cost_of_uses(moved, region=hosting.region), *media[1])),
    )


def cost_of_recording(ports: BackendPorts, recording: Recording) -> tuple[Cost, Cost]:
    """Here, and on AWS: what converting it and keeping it for a month costs. Raises MediaUnavailable."""
    made, hosting = _made([recording]), ports.hosting
    stored_bytes = _stored_bytes(ports, recording.media_prefix)
    here, there = (
        Cost(lines=media_cost(made, stored_bytes, hosting, provider=provider)) for provider in (hosting.provider, "aws")
    )
    return here, there


def cost_of_judging(ports: BackendPorts, evaluations: Iterable[Evaluation]) -> tuple[Cost, Cost]:
    """Here, and on AWS: of all judges together, however often each was asked."""
    uses, region = summed(use for each in evaluations for use in each.uses), ports.hosting.region
    here, there = (cost_of_uses(each, region=region) for each in (uses, as_if_on_aws(uses, listened_s=0.0)))
    return Cost(lines=tuple(here)), Cost(lines=tuple(there))


def media_cost(
    made: dict[Unit, Decimal], stored_bytes: int, hosting: Hosting, *, provider: str
) -> tuple[CostLine, ...]:
    if not made:
        return ()
    kept = {Unit.GB_MONTH: Decimal(stored_bytes) / GB}
    parts = ((CostPart.TRANSCODING, made), (CostPart.STORAGE, kept))
    return tuple(cost_of(part, units, provider=provider, region=hosting.region) for part, units in parts)


def _stored_bytes(ports: BackendPorts, prefix: str) -> int:
    return sum(file.size_bytes for file in ports.media.list(prefix))


def _made(recordings: list[Recording]) -> dict[Unit, Decimal]:
    made = defaultdict[Unit, Decimal](Decimal)
    for recording in recordings:
        for unit, minutes in minutes_made(recording).items():
            made[unit] += minutes
    return dict(made)
