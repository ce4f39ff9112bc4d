"""How somebody's leaving looks to them."""

from typing import Self

from pydantic import BaseModel

from echosphere.domain.departure import Departure
from lambdas.http.answers import Moment


class DepartureAnswer(BaseModel):
    """`talks_deleted` so far."""

    asked_at: Moment
    talks_deleted: int

    @classmethod
    def of(cls, departure: Departure) -> Self:
        return cls(asked_at=departure.asked_at, talks_deleted=departure.talks_deleted)
