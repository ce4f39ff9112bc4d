"""Prices of those who are asked by a key: the same in every region, without plans and quotas.

None is sure: their own pages were not read, but what others wrote down of them, on the day that stands in the row.
"""

from decimal import Decimal

from echosphere.domain.price import Price, Unit

_DEEPGRAM_EARS = "https://github.com/hail-hq/hail/blob/main/costs/stt.json"
_DEEPGRAM_VOICE = "https://github.com/api-evangelist/deepgram/blob/main/plans/deepgram-plans-pricing.yml"
_ELEVENLABS_EARS = "https://developer.puter.com/tutorials/elevenlabs-api-pricing/"
_VOICES = "https://github.com/hail-hq/hail/blob/main/costs/tts.json"
_OPENAI_BRAIN = "https://tokenmath.io/openai-api-pricing-explained"
_OPENAI_CACHE = (
    "https://github.com/api-evangelist/posts/blob/main/_posts/"
    "2026-11-06-openai-api-pricing-what-every-model-costs-per-million-tokens.md"
)
_OPENAI_EARS = "https://developers.openai.com/api/docs/pricing"
_GOOGLE = "https://github.com/api-evangelist/deepmind/blob/main/plans/deepmind-plans-pricing.yml"
_GOOGLE_RETOLD = "https://deploybase.ai/articles/gemini-api-pricing"

MILLION = 1_000_000


def _price(
    provider: str, model: str, unit: Unit, usd: str, per: int, source: str, seen_on: str, *, without: str = ""
) -> Price:
    return Price(
        provider=provider,
        model=model,
        without=without,
        unit=unit,
        usd=Decimal(usd),
        per=per,
        source=source,
        seen_on=seen_on,
        is_sure=False,
    )


def _gemini_flash(unit: Unit, usd: str, source: str, seen_on: str) -> Price:
    """Its little sister is another model, at another price."""
    return _price("google", "gemini-2.5-flash", unit, usd, MILLION, source, seen_on, without="lite")


PRICES_OF_OTHERS: tuple[Price, ...] = (
    # Of several languages; of English alone 0.0048. Which one was heard, a model's name does not tell.
    _price("deepgram", "nova-3", Unit.SECOND, "0.0058", 60, _DEEPGRAM_EARS, "2026-07-19"),
    _price("deepgram", "aura-2", Unit.CHARACTER, "30", MILLION, _DEEPGRAM_VOICE, "2026-05-04"),
    # Of June 2026, as the page says.
    _price("elevenlabs", "scribe_v2_realtime", Unit.SECOND, "0.39", 3_600, _ELEVENLABS_EARS, "2026-11-30"),
    _price("elevenlabs", "eleven_flash_v2_5", Unit.CHARACTER, "50", MILLION, _VOICES, "2026-05-05"),
    _price("elevenlabs", "eleven_turbo_v2_5", Unit.CHARACTER, "50", MILLION, _VOICES, "2026-05-19"),
    _price("elevenlabs", "eleven_multilingual_v2", Unit.CHARACTER, "100", MILLION, _VOICES, "2026-05-19"),
    _price("openai", "gpt-4o-mini-transcribe", Unit.SECOND, "0.003", 60, _OPENAI_EARS, "2026-09-26"),
    _price("openai", "gpt-4o-transcribe", Unit.SECOND, "0.006", 60, _OPENAI_EARS, "2026-09-26"),
    _price("openai", "whisper-1", Unit.SECOND, "0.006", 60, _OPENAI_EARS, "2026-09-26"),
    _price("openai", "gpt-4.1-mini", Unit.TEXT_IN, "0.40", MILLION, _OPENAI_BRAIN, "2026-06-21"),
    # "A quarter to a half" of what text in costs, with such models: a quarter.
    _price("openai", "gpt-4.1-mini", Unit.TEXT_CACHED, "0.10", MILLION, _OPENAI_CACHE, "2026-11-05"),
    _price("openai", "gpt-4.1-mini", Unit.TEXT_OUT, "1.60", MILLION, _OPENAI_BRAIN, "2026-06-21"),
    # Paid for by tokens, which nobody counts here: OpenAI's own estimate of a minute.
    _price("openai", "gpt-4o-mini-tts", Unit.SPOKEN_SECOND, "0.015", 60, _VOICES, "2026-05-19"),
    _price("openai", "tts-1", Unit.CHARACTER, "15", MILLION, _VOICES, "2026-05-05"),
    _price("openai", "tts-1-hd", Unit.CHARACTER, "30", MILLION, _VOICES, "2026-05-05"),
    _gemini_flash(Unit.TEXT_IN, "0.30", _GOOGLE, "2026-10-07"),
    # Of March 2026, as the page says; text from the cache at a tenth, keeping it there is not in it.
    _gemini_flash(Unit.TEXT_CACHED, "0.03", _GOOGLE_RETOLD, "2026-11-30"),
    _gemini_flash(Unit.TEXT_OUT, "2.50", _GOOGLE_RETOLD, "2026-11-30"),
)
