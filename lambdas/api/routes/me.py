from fastapi import APIRouter

from lambdas.http.answers import MeAnswer
from lambdas.http.dependencies import NeedsConsent, TheMember
from lambdas.http.problems import documented

router = APIRouter(tags=["me"])


@router.get("/me", responses=documented())
def read(member: TheMember, needs_consent: NeedsConsent) -> MeAnswer:
    """Who I am here; the first call makes my personal workspace."""
    return MeAnswer.of(member, needs_consent=needs_consent)
