"""The one price table: list prices in US dollars, each with its source and the day on which it was read there.

Nothing is asked of the services: whoever promises a price looks it up before. Not sure is a price that was read of
another region, or second hand. What stands in no row is unknown, and is told as unknown, never as nothing.
"""

from decimal import Decimal

from echosphere.domain.price import EVERYWHERE, Price, Unit
from echosphere.domain.prices_of_others import PRICES_OF_OTHERS

TOKYO, VIRGINIA, SAO_PAULO = "ap-northeast-1", "us-east-1", "sa-east-1"
OF_ONES_OWN = frozenset({"local", "ollama"})  # their machine is paid for, whether it hears or not


def price_of(provider: str, model: str, unit: Unit, *, region: str) -> Price | None:
    """None: unknown. The region's own before that of every region."""
    fits = [
        price
        for price in PRICES
        if price.provider == provider
        and price.unit is unit
        and price.is_of(model)
        and price.region in (region, EVERYWHERE)
    ]
    return max(fits, key=lambda price: (price.region == region, len(price.model)), default=None)


_TRANSCRIBE = "https://aws.amazon.com/transcribe/pricing/"
_POLLY = "https://aws.amazon.com/polly/pricing/"
_BEDROCK = "https://aws.amazon.com/bedrock/pricing/"
_BEDROCK_RETOLD = "https://clauder-navi.com/en/bedrock-claude-cost/"
_MEDIACONVERT = "https://aws.amazon.com/mediaconvert/pricing/"
_S3 = "https://aws.amazon.com/s3/pricing/"


def _transcribe(region: str, *, is_sure: bool) -> Price:
    """The first 250,000 minutes of a month; a second, 15 of a stream at least."""
    usd, source = Decimal("0.024"), _TRANSCRIBE
    return Price(
        provider="aws",
        unit=Unit.SECOND,
        usd=usd,
        per=60,
        region=region,
        source=source,
        seen_on="2025-10-13",
        is_sure=is_sure,
    )


def _polly(model: str, usd: str, region: str, *, is_sure: bool) -> Price:
    return Price(
        provider="aws",
        unit=Unit.CHARACTER,
        model=model,
        usd=Decimal(usd),
        per=1_000_000,
        region=region,
        source=_POLLY,
        seen_on="2026-10-07",
        is_sure=is_sure,
    )


def _nova(model: str, usd: tuple[str, str, str], region: str, *, is_sure: bool) -> list[Price]:
    return _text(model, usd, region, source=_BEDROCK, seen_on="2025-07-20", is_sure=is_sure)


def _haiku(model: str, usd: tuple[str, str, str]) -> list[Price]:
    """Second hand, of a page without a date."""
    return _text(model, usd, EVERYWHERE, source=_BEDROCK_RETOLD, seen_on="2026-11-29", is_sure=False)


def _text(
    model: str, usd: tuple[str, str, str], region: str, *, source: str, seen_on: str, is_sure: bool
) -> list[Price]:
    """In, in from the cache, out: for a million tokens."""
    return [
        Price(
            provider="aws",
            unit=unit,
            model=model,
            usd=Decimal(each),
            per=1_000_000,
            region=region,
            source=source,
            seen_on=seen_on,
            is_sure=is_sure,
        )
        for unit, each in zip((Unit.TEXT_IN, Unit.TEXT_CACHED, Unit.TEXT_OUT), usd, strict=True)
    ]


def _mediaconvert(region: str, sound: str, sd: str, hd: str) -> list[Price]:
    """Basic tier, first 100,000 normalized minutes of a month; at most 30 pictures a second. docs/costs.md."""
    return [
        Price(provider="aws", unit=unit, usd=Decimal(usd), region=region, source=_MEDIACONVERT, seen_on="2026-09-29")
        for unit, usd in ((Unit.SOUND_MINUTE, sound), (Unit.SD_MINUTE, sd), (Unit.HD_MINUTE, hd))
    ]


def _s3(region: str, usd: str, seen_on: str) -> Price:
    """Standard, the first 50 TB."""
    return Price(provider="aws", unit=Unit.GB_MONTH, usd=Decimal(usd), region=region, source=_S3, seen_on=seen_on)


PRICES: tuple[Price, ...] = (
    _transcribe(VIRGINIA, is_sure=True),
    _transcribe(EVERYWHERE, is_sure=False),
    _polly("standard", "4", VIRGINIA, is_sure=True),
    _polly("neural", "16", VIRGINIA, is_sure=True),
    _polly("generative", "30", VIRGINIA, is_sure=True),
    _polly("standard", "4", EVERYWHERE, is_sure=False),
    _polly("neural", "16", EVERYWHERE, is_sure=False),
    _polly("generative", "30", EVERYWHERE, is_sure=False),
    *_nova("nova-micro-v1", ("0.035", "0.00875", "0.14"), VIRGINIA, is_sure=True),
    *_nova("nova-lite-v1", ("0.06", "0.015", "0.24"), VIRGINIA, is_sure=True),
    *_nova("nova-pro-v1", ("0.8", "0.2", "3.2"), VIRGINIA, is_sure=True),
    *_nova("nova-micro-v1", ("0.035", "0.00875", "0.14"), TOKYO, is_sure=False),
    *_nova("nova-lite-v1", ("0.06", "0.015", "0.24"), TOKYO, is_sure=False),
    *_nova("nova-pro-v1", ("0.8", "0.2", "3.2"), TOKYO, is_sure=False),
    # Whatever the region, by the global profile; those of a region are a tenth more.
    *_haiku("global.anthropic.claude-haiku-4-5", ("1", "0.1", "5")),
    *_haiku("anthropic.claude-haiku-4-5", ("1.1", "0.11", "5.5")),
    *_mediaconvert(VIRGINIA, "0.0029", "0.0075", "0.0150"),
    *_mediaconvert(TOKYO, "0.0033", "0.0085", "0.0170"),
    _s3(VIRGINIA, "0.023", "2026-09-29"),
    _s3(TOKYO, "0.025", "2026-09-18"),
    *PRICES_OF_OTHERS,
)
