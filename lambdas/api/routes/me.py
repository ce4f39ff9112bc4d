from http import HTTPStatus

from fastapi import APIRouter

from echosphere.domain.errors import NotFound, PersonGone
from echosphere.services.leave import leave, read_departure
from lambdas.http.answers import MeAnswer
from lambdas.http.departure_answers import DepartureAnswer
from lambdas.http.dependencies import NeedsConsent, TheMember, ThePersonId, ThePorts
from lambdas.http.problems import documented

router = APIRouter(tags=["me"])


@router.get("/me", responses=documented())
def read(member: TheMember, needs_consent: NeedsConsent) -> MeAnswer:
    """Who I am here; the first call makes my personal workspace."""
    return MeAnswer.of(member, needs_consent=needs_consent)


@router.delete("/me", status_code=HTTPStatus.ACCEPTED, responses=documented(PersonGone))
def delete(ports: ThePorts, person_id: ThePersonId) -> DepartureAnswer:
    """Deletes all that is kept of me, and my sign-in. Nothing else of the API lets me in from now on."""
    return DepartureAnswer.of(leave(ports, person_id))


@router.get("/me/departure", responses=documented(NotFound, PersonGone))
def read_progress(ports: ThePorts, person_id: ThePersonId) -> DepartureAnswer:
    """How far my deletion is; 401 `person_gone` when nothing is left."""
    return DepartureAnswer.of(read_departure(ports, person_id))
