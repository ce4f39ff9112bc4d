from datetime import date
from http import HTTPStatus

from fastapi import APIRouter
from pydantic import Field

from echosphere.domain.errors import InvalidCursor, InvalidPeriod, NotTheOwner, RoleTooLow, SessionNotFound
from echosphere.services.ask_for_evaluation import ask_for_evaluation
from echosphere.services.ask_for_evaluations import MOST_DAYS, PAGE, EndDays, ask_for_evaluations
from echosphere.services.read_evaluation import read_evaluation
from lambdas.http.dependencies import Cursor, Id, TheJudge, TheMember, ThePorts
from lambdas.http.evaluation_answers import AskedAnswer, EvaluationAnswer
from lambdas.http.problems import documented
from lambdas.http.request_body import RequestBody

router = APIRouter(tags=["evaluations"])
OF_A_TALK = "/sessions/{session_id}/evaluation"


class JudgeAgainRequest(RequestBody):
    from_: date = Field(alias="from", description="the first day of the talks' ends, in UTC")
    to: date = Field(description=f"the last day, not one to come, at most {MOST_DAYS} days in all")

    def days(self) -> EndDays:
        """Raises InvalidPeriod."""
        return EndDays(first=self.from_, last=self.to)


@router.get(OF_A_TALK, responses=documented(SessionNotFound))
def read(ports: ThePorts, member: TheMember, judge: TheJudge, session_id: Id) -> EvaluationAnswer:
    """What a judge says of the talk, or how it stands with that. A talk is judged by itself moments after its end."""
    return EvaluationAnswer.of(read_evaluation(ports, member, judge, session_id))


@router.post(OF_A_TALK, status_code=HTTPStatus.ACCEPTED, responses=documented(SessionNotFound, RoleTooLow, NotTheOwner))
def judge_again(ports: ThePorts, member: TheMember, judge: TheJudge, session_id: Id) -> EvaluationAnswer:
    """Has the talk judged again; asked twice while that is under way it is once. One that goes on waits for its end."""
    return EvaluationAnswer.of_asked(ask_for_evaluation(ports, member, judge, session_id))


@router.post(
    "/evaluations",
    status_code=HTTPStatus.ACCEPTED,
    responses=documented(RoleTooLow, InvalidPeriod, InvalidCursor),
    description=f"For an admin: has the workspace's talks that ended in these days judged again, {PAGE} at a time. "
    "Go on with the same days while there is a cursor. Sent twice while a talk waits, that talk is judged once.",
)
def judge_many_again(
    ports: ThePorts, member: TheMember, judge: TheJudge, body: JudgeAgainRequest, cursor: Cursor = None
) -> AskedAnswer:
    asked = ask_for_evaluations(ports, member, judge, body.days(), cursor=cursor)
    return AskedAnswer.model_validate(asked, from_attributes=True)
