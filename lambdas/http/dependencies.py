"""What a route asks for by type: the ports of this process, and the member who asks."""

from typing import Annotated

from fastapi import Depends, Header, Path, Query, Request, Response

from echosphere.bootstrap.backend import backend_ports
from echosphere.bootstrap.consent import consent_rule
from echosphere.bootstrap.judge_identity import judge_identity
from echosphere.bootstrap.playback import playback_signer
from echosphere.domain.errors import PersonUnknown
from echosphere.domain.evaluation import JudgeIdentity
from echosphere.domain.workspace import Member
from echosphere.ports import BackendPorts, PlaybackSigner
from echosphere.services.enter_workspace import enter_workspace
from lambdas.http.limits import count_request
from lambdas.wire import Event

LONGEST_PAGE = 100
# Twice what we make; a key of DynamoDB's table may have 2,048 bytes, which a longer one would be refused with.
LONGEST_ID = 64
LONGEST_SECRET = 256
# CloudFront adds it, where the behaviour asks for it.
VIEWER_COUNTRY = "CloudFront-Viewer-Country"


def ports() -> BackendPorts:
    return backend_ports()


def person_id(request: Request) -> str:
    """Cognito's `sub`, from the claims that API Gateway's authorizer has verified. Raises PersonUnknown."""
    event: Event = request.scope.get("aws.event", {})
    claims = event.get("requestContext", {}).get("authorizer", {}).get("jwt", {}).get("claims", {})
    if claims.get("token_use") != "access" or not claims.get("sub"):
        raise PersonUnknown
    return str(claims["sub"])


def counted_person_id(person_id: Annotated[str, Depends(person_id)], request: Request, response: Response) -> str:
    """Raises TooManyRequests."""
    count_request(person_id, request, response)
    return person_id


def signer() -> PlaybackSigner:
    return playback_signer()


def judge() -> JudgeIdentity:
    return judge_identity()


ThePorts = Annotated[BackendPorts, Depends(ports)]
TheSigner = Annotated[PlaybackSigner, Depends(signer)]
TheJudge = Annotated[JudgeIdentity, Depends(judge)]


def member(ports: ThePorts, person_id: Annotated[str, Depends(counted_person_id)]) -> Member:
    return enter_workspace(ports, person_id)


def needs_consent(
    country: Annotated[str | None, Header(alias=VIEWER_COUNTRY, include_in_schema=False)] = None,
) -> bool:
    return consent_rule().needs_consent(country)


ThePersonId = Annotated[str, Depends(counted_person_id)]
TheMember = Annotated[Member, Depends(member)]
Id = Annotated[str, Path(max_length=LONGEST_ID)]
Secret = Annotated[str, Path(max_length=LONGEST_SECRET)]
NeedsConsent = Annotated[bool, Depends(needs_consent)]
Limit = Annotated[int, Query(ge=1, le=LONGEST_PAGE, description="How many items at the most")]
Cursor = Annotated[str | None, Query(max_length=256, description="`next_cursor` of the page before")]
