"""What a talk costs is what it used times what it is sold for; what is not known is not guessed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from echosphere.domain.cost import ON_AWS, Cost, CostPart, as_if_on_aws, cost_of, cost_of_uses
from echosphere.domain.price import Unit
from echosphere.domain.prices import PRICES, SAO_PAULO, TOKYO, VIRGINIA, price_of
from echosphere.domain.usage import Part, Use

pytestmark = pytest.mark.unit
EARS = Use(part=Part.EARS, provider="aws", seconds=90.0)
BRAIN = Use(
    part=Part.BRAIN,
    provider="aws",
    model="apac.amazon.nova-lite-v1:0",
    tokens_in=10_000,
    tokens_cached=4_000,
    tokens_out=500,
)
VOICE = Use(part=Part.VOICE, provider="aws", model="neural", characters=1_000)
LOCAL = (
    Use(part=Part.EARS, provider="local", seconds=30.0),
    Use(part=Part.BRAIN, provider="local", tokens_in=10_000, tokens_out=500),
    Use(part=Part.VOICE, provider="local", characters=1_000),
)


def test_each_part_costs_what_was_used_of_it() -> None:
    ears, brain, voice = cost_of_uses([EARS, BRAIN, VOICE], region=VIRGINIA)

    assert ears.usd_micros == 36_000  # a minute and a half at 2.4 cents
    assert brain.usd_micros == 540  # 6,000 x 0.06 + 4,000 x 0.015 + 500 x 0.24, in micro-dollars
    assert voice.usd_micros == 16_000  # a thousandth of 16 dollars
    assert Cost(lines=(ears, brain, voice)).usd_micros == 52_540


def test_a_price_of_another_region_is_used_and_said_to_be_unsure() -> None:
    (in_tokyo,) = cost_of_uses([VOICE], region=TOKYO)
    (in_virginia,) = cost_of_uses([VOICE], region=VIRGINIA)

    assert (in_tokyo.is_sure, in_virginia.is_sure) == (False, True)


def test_what_has_no_price_is_unknown_and_not_free() -> None:
    unknown = Use(part=Part.VOICE, provider="elevenlabs", model="not seen yet", characters=1_000)

    cost = Cost(lines=tuple(cost_of_uses([VOICE, unknown, BRAIN], region=SAO_PAULO)))

    assert [line.usd_micros for line in cost.lines] == [16_000, None, None]
    assert not cost.is_whole
    assert cost.usd_micros == 16_000
    assert cost.by_part() == {CostPart.VOICE: 16_000}, "a brain without a price did not cost nothing"


@pytest.mark.parametrize(
    ("use", "usd_micros"),
    [
        (Use(part=Part.EARS, provider="deepgram", model="nova-3", seconds=60), 5_800),
        (Use(part=Part.EARS, provider="elevenlabs", model="scribe_v2_realtime", seconds=3_600), 390_000),
        (Use(part=Part.EARS, provider="openai", model="gpt-4o-mini-transcribe", seconds=60), 3_000),
        (Use(part=Part.VOICE, provider="deepgram", model="aura-2-izanami-ja", characters=1_000), 30_000),
        (Use(part=Part.VOICE, provider="elevenlabs", model="eleven_flash_v2_5", characters=1_000), 50_000),
        (Use(part=Part.VOICE, provider="openai", model="gpt-4o-mini-tts", seconds=60, characters=800), 15_000),
    ],
    ids=lambda value: f"{value.provider} {value.part}" if isinstance(value, Use) else None,
)
def test_others_ears_and_voices_are_priced_in_whatever_they_are_paid_for_and_not_surely(
    use: Use, usd_micros: int
) -> None:
    (line,) = cost_of_uses([use], region=TOKYO)

    assert (line.usd_micros, line.is_sure) == (usd_micros, False)


@pytest.mark.parametrize(
    ("provider", "model", "usd_micros"), [("openai", "gpt-4.1-mini", 360), ("google", "gemini-2.5-flash", 317)]
)
def test_others_brains_are_priced_by_their_tokens(provider: str, model: str, usd_micros: int) -> None:
    """600 in, 400 from the cache, 50 out: 240 + 40 + 80, and 180 + 12 + 125 micro-dollars."""
    use = Use(part=Part.BRAIN, provider=provider, model=model, tokens_in=1_000, tokens_cached=400, tokens_out=50)

    (line,) = cost_of_uses([use], region=TOKYO)

    assert line.usd_micros == usd_micros


@pytest.mark.parametrize("model", ["gemini-2.5-flash-lite", "gpt-4.1", "gpt-4.1-nano"])
def test_a_model_is_not_priced_as_another_whose_name_is_alike(model: str) -> None:
    provider = "google" if "gemini" in model else "openai"

    assert price_of(provider, model, Unit.TEXT_IN, region=TOKYO) is None


def test_of_what_was_not_used_no_price_is_needed() -> None:
    (silent,) = cost_of_uses([Use(part=Part.VOICE, provider="elevenlabs")], region=TOKYO)

    assert silent.usd_micros == 0


def test_a_machine_of_ones_own_costs_nothing_more() -> None:
    assert [line.usd_micros for line in cost_of_uses(LOCAL, region=TOKYO)] == [0, 0, 0]


def test_a_local_talk_is_priced_as_if_aws_had_heard_thought_and_spoken() -> None:
    ears, brain, voice = cost_of_uses(as_if_on_aws(LOCAL, listened_s=90.0), region=VIRGINIA)

    assert ears.usd_micros == 36_000
    assert brain.usd_micros == 720
    assert voice.usd_micros == 16_000


def test_a_judge_is_priced_as_the_profile_by_which_it_is_asked() -> None:
    judge = Use(part=Part.JUDGE, provider="aws", model=ON_AWS[Part.JUDGE], tokens_in=10_000, tokens_out=1_000)
    near = replace(judge, model="jp.anthropic.claude-haiku-4-5-20251001-v1:0")

    here, dearer = cost_of_uses([judge, near], region=TOKYO)

    assert (here.usd_micros, dearer.usd_micros, here.is_sure) == (15_000, 16_500, False)


def test_a_recording_costs_by_the_minute_made_and_the_month_kept() -> None:
    made = cost_of(CostPart.TRANSCODING, {Unit.SOUND_MINUTE: Decimal(4 * 60)}, provider="aws", region=VIRGINIA)
    kept = cost_of(CostPart.STORAGE, {Unit.GB_MONTH: Decimal("0.253")}, provider="aws", region=VIRGINIA)

    assert made.usd_micros == 696_000
    assert kept.usd_micros == 5_819
    assert Cost(lines=(made, kept)).by_part() == {CostPart.TRANSCODING: 696_000, CostPart.STORAGE: 5_819}


def test_the_regions_own_price_comes_before_that_of_every_region() -> None:
    own, others = (price_of("aws", "", Unit.SECOND, region=region) for region in (VIRGINIA, SAO_PAULO))

    assert own and others
    assert (own.is_sure, others.is_sure) == (True, False)


def test_every_price_says_where_and_when_it_was_read() -> None:
    for price in PRICES:
        assert price.source.startswith("https://")
        assert len(price.seen_on) == len("2026-10-07")
        assert price.usd > 0
