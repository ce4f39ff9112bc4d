"""A model that judges, at an address of one's own, on its good days and on its bad ones."""

import json
from enum import StrEnum
from http import HTTPStatus

from tests.contract.judges.answers import a_call, scored
from tests.contract.judges.wire import completion
from tests.faults.stand_in import Answer, StandIn

# What each answer says that it has used (`wire.completion`).
TOKENS_IN, TOKENS_OUT = 900, 80
GOOD, BAD = 5, 100


class Trouble(StrEnum):
    AWAY = "away"
    BROKEN = "broken"
    RUBBISH = "rubbish"
    OUT_OF_BOUNDS = "out_of_bounds"
    """It calls its tool, with a score that there is not."""
    SILENT = "silent"


class FakeJudge(StandIn):
    def __init__(self) -> None:
        super().__init__()
        self._trouble: Trouble | None = None

    def is_in(self, trouble: Trouble) -> None:
        self._trouble = trouble
        if trouble is Trouble.AWAY:
            self.go_away()
        elif trouble is Trouble.SILENT:
            self.fall_silent()

    def is_well(self) -> None:
        self._trouble = None
        self.come_back()

    def answer(self, path: str, body: bytes) -> Answer:
        match self._trouble:
            case Trouble.BROKEN:
                return Answer(b"{}", status=HTTPStatus.INTERNAL_SERVER_ERROR)
            case Trouble.RUBBISH:
                return Answer(b"<html>I am a proxy</html>", kind="text/html")
            case Trouble.OUT_OF_BOUNDS:
                return _verdict(body, BAD)
            case _:
                return _verdict(body, GOOD)


def _verdict(body: bytes, score: int) -> Answer:
    """`m1` is the greeting."""
    tool = json.loads(body)["tool_choice"]["function"]["name"]
    call = a_call(goal_completion=scored(score, "m1"), language_kept=scored(score, "m1"))
    return Answer(json.dumps(completion(call, tool=tool)).encode())
