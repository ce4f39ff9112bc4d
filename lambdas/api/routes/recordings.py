from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Header, Response

from echosphere.domain.errors import RoleTooLow, SessionNotFound
from echosphere.services.delete_session import delete_session
from echosphere.services.read_recording import read_recording
from lambdas.http.dependencies import Id, TheMember, ThePorts
from lambdas.http.etag import etag_of
from lambdas.http.problems import documented
from lambdas.http.recording_answers import RecordingAnswer

router = APIRouter(prefix="/sessions", tags=["recordings"])


@router.get(
    "/{session_id}/recording",
    response_model=RecordingAnswer,
    responses={**documented(SessionNotFound), 304: {"description": "As it was"}},
)
def read(
    ports: ThePorts,
    member: TheMember,
    session_id: Id,
    if_none_match: Annotated[str, Header(description="`ETag` of the answer before")] = "",
) -> Response:
    """How it stands with the recording; cheap to ask again and again while it is being made."""
    body = RecordingAnswer.of(read_recording(ports, member, session_id)).model_dump_json().encode()
    headers = {"etag": etag_of(body), "cache-control": "private, no-cache"}
    if if_none_match == headers["etag"]:
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return Response(body, headers=headers, media_type="application/json")


@router.delete("/{session_id}", status_code=HTTPStatus.NO_CONTENT, responses=documented(SessionNotFound, RoleTooLow))
def delete(ports: ThePorts, member: TheMember, session_id: Id) -> None:
    """Forgets the talk: its words, its recordings and what was made of them. One that goes on is ended first."""
    delete_session(ports, member, session_id)
