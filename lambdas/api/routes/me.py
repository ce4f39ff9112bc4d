from http import HTTPStatus

from fastapi import APIRouter

from echosphere.domain.errors import NotFound, PersonGone
from echosphere.domain.playback import ACCESS_LASTS
from echosphere.services.ask_for_export import ask_for_export as order_export
from echosphere.services.ask_for_export import read_export
from echosphere.services.leave import leave, read_departure
from lambdas.http.answers import MeAnswer
from lambdas.http.departure_answers import DepartureAnswer
from lambdas.http.dependencies import NeedsConsent, TheMember, ThePersonId, ThePorts, TheSigner
from lambdas.http.export_answers import ExportAnswer
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


@router.post("/me/export", status_code=HTTPStatus.ACCEPTED, responses=documented())
def ask_for_export(ports: ThePorts, member: TheMember) -> ExportAnswer:
    """Makes a copy of all that is kept of me; while one is being made, asked again it is that one."""
    return ExportAnswer.of(order_export(ports, member))


@router.get("/me/export", responses=documented(NotFound))
def read_last_export(ports: ThePorts, signer: TheSigner, member: TheMember) -> ExportAnswer:
    """The copy that I asked for last: how far it is, and where it lies when it is ready."""
    export = read_export(ports, member)
    until = min(ports.clock.now() + ACCESS_LASTS, export.expires_at)
    return ExportAnswer.of(export, signer.sign(export.folder, until=until) if export.is_ready else None)
