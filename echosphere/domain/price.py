"""One price, and what it is for."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

EVERYWHERE = "*"


class Unit(StrEnum):
    """What is paid for. A second is one that ears were given, a spoken one was made by a voice; text is counted in
    tokens; a minute made is one of one output of the transcoder, which is paid
    for ten seconds at least."""

    SECOND = "second"
    TEXT_IN = "text_in"
    TEXT_CACHED = "text_cached"
    TEXT_OUT = "text_out"
    CHARACTER = "character"
    SPOKEN_SECOND = "spoken_second"
    SOUND_MINUTE = "sound_minute"
    SD_MINUTE = "sd_minute"
    HD_MINUTE = "hd_minute"
    GB_MONTH = "gb_month"


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """`usd` for so many (`per`) units. `model` is a part of a model's name, `without` is none; empty: any model."""

    provider: str
    unit: Unit
    usd: Decimal
    per: int = 1
    model: str = ""
    without: str = ""
    region: str = EVERYWHERE
    source: str
    seen_on: str
    is_sure: bool = True

    def is_of(self, model: str) -> bool:
        return self.model in model and not (self.without and self.without in model)
