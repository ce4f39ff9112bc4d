from fastapi import APIRouter

from lambdas.http.answers import MeAnswer
from lambdas.http.dependencies import TheMember
from lambdas.http.problems import documented

router = APIRouter(tags=["me"])


@router.get("/me", responses=documented())
def read(member: TheMember) -> MeAnswer:
    """Who I am here; the first call makes my personal workspace."""
    return MeAnswer.of(member)
