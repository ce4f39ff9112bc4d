from http import HTTPStatus

from fastapi import APIRouter

from echosphere.domain.errors import NotTheOwner, RoleTooLow, SessionNotFound
from echosphere.services.ask_for_evaluation import ask_for_evaluation
from echosphere.services.read_evaluation import read_evaluation
from lambdas.http.dependencies import Id, TheJudge, TheMember, ThePorts
from lambdas.http.evaluation_answers import EvaluationAnswer
from lambdas.http.problems import documented

router = APIRouter(prefix="/sessions/{session_id}/evaluation", tags=["evaluations"])


@router.get("", responses=documented(SessionNotFound))
def read(ports: ThePorts, member: TheMember, judge: TheJudge, session_id: Id) -> EvaluationAnswer:
    """What a judge says of the talk, or how it stands with that. A talk is judged by itself moments after its end."""
    return EvaluationAnswer.of(read_evaluation(ports, member, judge, session_id))


@router.post("", status_code=HTTPStatus.ACCEPTED, responses=documented(SessionNotFound, RoleTooLow, NotTheOwner))
def judge_again(ports: ThePorts, member: TheMember, judge: TheJudge, session_id: Id) -> EvaluationAnswer:
    """Has the talk judged again; asked twice while that is under way it is once. One that goes on waits for its end."""
    return EvaluationAnswer.of_asked(ask_for_evaluation(ports, member, judge, session_id))
