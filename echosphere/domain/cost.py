"""What a talk costs, part by part, from what it used and the price table. Money is in micro-dollars."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from echosphere.domain.price import Price, Unit
from echosphere.domain.prices import OF_ONES_OWN, price_of
from echosphere.domain.usage import Part, Use

MICROS = 1_000_000
# What a deployed stage asks unless told otherwise (`agent_container/provider_settings.py`, `stacks/judge_stage.py`).
ON_AWS = {
    Part.EARS: "",
    Part.BRAIN: "amazon.nova-lite-v1:0",
    Part.VOICE: "neural",
    Part.JUDGE: "global.anthropic.claude-haiku-4-5-20251001-v1:0",
}


class CostPart(StrEnum):
    EARS = "ears"
    BRAIN = "brain"
    VOICE = "voice"
    JUDGE = "judge"
    TRANSCODING = "transcoding"
    STORAGE = "storage"


@dataclass(frozen=True, slots=True, kw_only=True)
class CostLine:
    """`usd_micros` is None where the price is unknown; `sources` are those of the prices in it."""

    part: CostPart
    provider: str
    model: str = ""
    usd_micros: int | None
    is_sure: bool = True
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    lines: tuple[CostLine, ...]

    @property
    def usd_micros(self) -> int:
        """Of what is known."""
        return sum(line.usd_micros or 0 for line in self.lines)

    def usd_micros_of(self, provider: str) -> int:
        """Of what is known."""
        return sum(line.usd_micros or 0 for line in self.lines if line.provider == provider)

    @property
    def is_whole(self) -> bool:
        return all(line.usd_micros is not None for line in self.lines)

    @property
    def is_sure(self) -> bool:
        return all(line.is_sure for line in self.lines)

    def by_part(self) -> dict[CostPart, int]:
        """Of what is known. A part of which nothing is known is not in it: it did not cost nothing."""
        found = dict.fromkeys(CostPart, 0)
        known = [line for line in self.lines if line.usd_micros is not None]
        for line in known:
            found[line.part] += line.usd_micros or 0
        return {part: micros for part, micros in found.items() if any(line.part is part for line in known)}


def cost_of_uses(uses: Iterable[Use], *, region: str) -> list[CostLine]:
    return [_line(CostPart(use.part), use.provider, use.model, _units(use, region), region=region) for use in uses]


def cost_of(part: CostPart, units: dict[Unit, Decimal], *, provider: str, region: str) -> CostLine:
    return _line(part, provider, "", units, region=region)


def as_if_on_aws(uses: Iterable[Use], *, listened_s: float) -> list[Use]:
    """The same talk with Transcribe, Bedrock and Polly. Transcribe counts the silence, too, for it listens to it."""
    moved = [use if use.provider == "aws" else replace(use, provider="aws", model=ON_AWS[use.part]) for use in uses]
    return [replace(use, seconds=listened_s) if use.part is Part.EARS else use for use in moved]


def _units(use: Use, region: str) -> dict[Unit, Decimal]:
    match use.part:
        case Part.EARS:
            return {Unit.SECOND: Decimal(str(use.seconds))}
        case Part.BRAIN | Part.JUDGE:
            return {
                Unit.TEXT_IN: Decimal(use.tokens_in - use.tokens_cached),
                Unit.TEXT_CACHED: Decimal(use.tokens_cached),
                Unit.TEXT_OUT: Decimal(use.tokens_out),
            }
        case Part.VOICE if price_of(use.provider, use.model, Unit.SPOKEN_SECOND, region=region):
            return {Unit.SPOKEN_SECOND: Decimal(str(use.seconds))}
        case Part.VOICE:
            return {Unit.CHARACTER: Decimal(use.characters)}


def _line(part: CostPart, provider: str, model: str, units: dict[Unit, Decimal], *, region: str) -> CostLine:
    if provider in OF_ONES_OWN:
        return CostLine(part=part, provider=provider, model=model, usd_micros=0)
    priced = [(price_of(provider, model, unit, region=region), amount) for unit, amount in units.items() if amount]
    known = [(price, amount) for price, amount in priced if price is not None]
    return CostLine(
        part=part,
        provider=provider,
        model=model,
        usd_micros=_micros(known) if len(known) == len(priced) else None,
        is_sure=all(price.is_sure for price, _ in known),
        sources=tuple(dict.fromkeys(price.source for price, _ in known)),
    )


def _micros(known: list[tuple[Price, Decimal]]) -> int:
    """Rounded once, when all of a line is summed: a token costs less than a millionth of a dollar."""
    usd = sum((price.usd / price.per * amount for price, amount in known), Decimal(0))
    return int((usd * MICROS).to_integral_value(ROUND_HALF_UP))
