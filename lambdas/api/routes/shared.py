from fastapi import APIRouter, Depends, Response

from echosphere.domain.errors import SharedLinkNotFound
from echosphere.services.open_shared_session import open_shared_session
from lambdas.http.dependencies import Secret, ThePorts, TheSigner
from lambdas.http.limits import count_address
from lambdas.http.link_answers import SharedSessionAnswer
from lambdas.http.playback_cookies import set_playback_cookies
from lambdas.http.problems import documented

router = APIRouter(prefix="/shared", tags=["links"], dependencies=[Depends(count_address)])


@router.post("/{secret}/playback", responses=documented(SharedLinkNotFound))
def open_for_an_hour(ports: ThePorts, signer: TheSigner, secret: Secret, response: Response) -> SharedSessionAnswer:
    """Public, to who knows the link: what was said and, with cookies for CloudFront, what was recorded."""
    shared = open_shared_session(ports, signer, secret)
    response.headers["cache-control"] = "no-store"
    if shared.playback:
        set_playback_cookies(response, shared.playback.access, session_id=shared.session.id)
    return SharedSessionAnswer.of(shared)
