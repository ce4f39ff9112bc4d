"""Whether AWS speaks and hears our languages in the stage's region, where the stage has it do so."""

from collections.abc import Iterator, Mapping

from botocore.loaders import create_loader

from agent_container.polly_voices import ENGINE, VOICES
from deploy.finding import Finding, ok, wrong
from deploy.preflight.aws import Aws, ask
from echosphere.domain.language import Language
from stacks.stage import Stage

# Its streams are HTTP/2, so it is no service of boto3's; botocore knows its addresses all the same.
TRANSCRIBE = "transcribestreaming"


def voices(stage: Stage, aws: Aws) -> Iterator[Finding]:
    if not stage.uses("aws", "voice"):
        return
    engine = stage.provider_models.get("aws", {}).get("voice") or ENGINE
    what = f"Polly's {engine} voices"

    def question() -> Finding:
        offered, wanted = _offered(aws, engine), _wanted(stage)
        if missing := [f"{name} ({language})" for language, name in wanted.items() if name not in offered]:
            return wrong(what, f"{stage.region} lacks {', '.join(missing)}: name others in provider_voices")
        return ok(what, ", ".join(wanted.values()))

    yield ask(what, question)


def ears(stage: Stage) -> Iterator[Finding]:
    """By what the installed botocore knows; nobody is asked."""
    if not stage.uses("aws", "ears"):
        return
    what = "Transcribe's streams"
    partitions = create_loader().load_data("endpoints")["partitions"]
    known = [one["services"].get(TRANSCRIBE, {}).get("endpoints", {}) for one in partitions]
    if any(stage.region in regions for regions in known):
        yield ok(what, f"offered in {stage.region}")
    else:
        yield wrong(what, f"not known in {stage.region}: another region, or other ears (agent_ears)")


def _offered(aws: Aws, engine: str) -> set[str]:
    polly, page = aws.client("polly"), {"Engine": engine}
    offered: set[str] = set()
    while True:
        answer = polly.describe_voices(**page)
        offered |= {voice["Id"] for voice in answer["Voices"]}
        if not (more := answer.get("NextToken")):
            return offered
        page = {**page, "NextToken": more}


def _wanted(stage: Stage) -> Mapping[Language, str]:
    """A talk may be in any of our languages, whatever the stage lets people change between."""
    chosen = stage.provider_voices.get("aws", {})
    return {language: chosen.get(language) or VOICES[language] for language in Language}
