"""The Lambdas: what they are given, and that they find it under the names they ask for."""

import pytest

from tests.unit.stacks.templates import CHAINS, ROOT, Assembly, Properties

pytestmark = pytest.mark.template

ENVIRONMENT = {
    "TABLE_NAME",
    "BUS_NAME",
    "LIVEKIT_URL",
    "LIVEKIT_API_URL",
    "LIVEKIT_SECRET_ARN",
    "RAW_BUCKET",
    "MEDIA_BUCKET",
    "RECORDER_SECRET_ARN",
    "RECORDERS",
    "HOSTED",
    "AGENT_NAME",
    "STAGE",
    "POWERTOOLS_SERVICE_NAME",
    "POWERTOOLS_LOG_LEVEL",
    "POWERTOOLS_METRICS_NAMESPACE",
}


PLAYBACK = {"PAGE_ORIGIN", "SIGNING_KEY_ID", "SIGNING_SECRET_ARN"}
LIMITS = {"MOST_WRITES", "MOST_READS", "MOST_VISITS", "EDGE_SECRET_ARN"}
FORWARDS = {
    "TRACE_EXPORTERS",
    "OTLP_ENDPOINT",
    "OTLP_SECRET_ARN",
    "LANGSMITH_SECRET_ARN",
    "LANGSMITH_PROJECT",
    "SPANS_QUEUE_URL",
}
JUDGE = {"JUDGE", "JUDGE_MODEL"}
MADE_READY = {"transcode_recording", "finish_recording", "reconcile_recordings"}


def functions(assembly: Assembly) -> dict[str, Properties]:
    made = (one for _, one in assembly.of_type("AWS::Lambda::Function"))
    return {one["Handler"].split(".")[1]: one for one in made if one["Handler"].startswith("lambdas.")}


OF_EVERY_FUNCTION = {"STAGE", "POWERTOOLS_SERVICE_NAME", "POWERTOOLS_LOG_LEVEL", "POWERTOOLS_METRICS_NAMESPACE"}
OTHERS = {
    "make_signing_key": OF_EVERY_FUNCTION,
    "forward_spans": OF_EVERY_FUNCTION | FORWARDS,
    "token": ENVIRONMENT | LIMITS,
    "api": ENVIRONMENT | LIMITS | PLAYBACK | JUDGE | {"RECORDING_CONSENT", "RECORDING_NOTICE_COUNTRIES"},
    "evaluate_session": ENVIRONMENT | JUDGE,
    "export_person": ENVIRONMENT | PLAYBACK | {"USER_POOL_ID"},
    "forget_person": ENVIRONMENT | {"USER_POOL_ID"},
    **dict.fromkeys(MADE_READY, ENVIRONMENT | {"MEDIACONVERT_ROLE_ARN"}),
}


def environment_of(name: str) -> set[str]:
    return OTHERS.get(name, ENVIRONMENT)


def test_there_is_a_function_for_each_folder_that_holds_a_handler(prod: Assembly) -> None:
    folders = {path.parent.name for path in (ROOT / "lambdas").glob("*/handler.py")}

    assert set(functions(prod)) == folders


def test_each_function_has_its_environment_its_own_log_and_the_shared_layer(prod: Assembly) -> None:
    made = functions(prod)

    for name, one in made.items():
        assert set(one["Environment"]["Variables"]) == environment_of(name)
    assert len({one["LoggingConfig"]["LogGroup"]["Ref"] for one in made.values()}) == len(made)
    assert {name for name, one in made.items() if len(one["Layers"]) == 2} == MADE_READY
    assert all(len(one["Layers"]) == 1 for name, one in made.items() if name not in MADE_READY)


def test_where_the_recorder_finds_s3_is_said_only_where_it_is_not_aws(local: Assembly) -> None:
    told = functions(local)["livekit_webhook"]["Environment"]["Variables"]

    assert told["RECORDING_ENDPOINT"] == "https://127.0.0.1:4566"


def test_how_many_record_at_once_is_the_stages_word(prod: Assembly) -> None:
    told = {name: one["Environment"]["Variables"].get("RECORDERS") for name, one in functions(prod).items()}

    assert {told[name] for name in ("api", "livekit_webhook", "reconcile_recordings")} == {"1"}


def test_people_are_asked_before_they_are_recorded_unless_the_stage_says_where_not(
    prod: Assembly, local: Assembly
) -> None:
    deployed, laptop = (functions(one)["api"]["Environment"]["Variables"] for one in (prod, local))

    assert (deployed["RECORDING_CONSENT"], deployed["RECORDING_NOTICE_COUNTRIES"]) == ("by_country", "JP")
    assert laptop["RECORDING_CONSENT"] == "never", "who runs a laptop talks to a machine of his own"


def test_who_judges_is_the_stages_word_and_on_a_laptop_it_is_rules(
    prod: Assembly, dev: Assembly, local: Assembly
) -> None:
    told = {
        name: functions(one)["evaluate_session"]["Environment"]["Variables"]
        for name, one in (("prod", prod), ("dev", dev), ("local", local))
    }

    assert (told["prod"]["JUDGE"], told["local"]["JUDGE"]) == ("aws", "rules")
    assert (told["dev"]["JUDGE"], told["dev"]["JUDGE_MODEL"]) == ("openai", "gpt-4.1")
    assert told["dev"]["JUDGE_SECRET_ARN"] == CHAINS["judge_secret_arn"]
    assert "JUDGE_MODEL" not in told["local"]


def test_functions_run_the_projects_python_on_the_stages_processor(prod: Assembly, local: Assembly) -> None:
    assert {(one["Runtime"], *one["Architectures"]) for one in functions(prod).values()} == {("python3.13", "arm64")}
    assert {(one["Runtime"], *one["Architectures"]) for one in functions(local).values()} == {("python3.13", "x86_64")}


def test_a_function_that_answers_a_request_ends_before_api_gateway_gives_up(prod: Assembly) -> None:
    waiting = {
        name: one["Timeout"] for name, one in functions(prod).items() if name in {"api", "token", "livekit_webhook"}
    }

    assert all(timeout_s < 30 for timeout_s in waiting.values())


def test_the_code_is_our_packages_as_they_lie_and_nothing_else(prod: Assembly) -> None:
    (asset,) = {one["Code"]["S3Key"].removesuffix(".zip") for one in functions(prod).values()}
    folder = prod.folder / f"asset.{asset}"

    assert {path.name for path in folder.iterdir()} == {"echosphere", "lambdas"}
    assert (folder / "lambdas" / "api" / "handler.py").is_file()
    assert not [path for path in folder.rglob("*") if path.name == "__pycache__" or path.suffix == ".pyc"]


def test_the_layer_is_built_again_only_when_the_lock_or_the_platform_changes(prod: Assembly, local: Assembly) -> None:
    arm, intel = (one["api"].only("AWS::Lambda::LayerVersion") for one in (prod, local))

    assert arm["Content"]["S3Key"] != intel["Content"]["S3Key"]
    assert arm["CompatibleArchitectures"] == ["arm64"] and intel["CompatibleArchitectures"] == ["x86_64"]


def test_livekits_secret_is_generated_long_enough_for_livekit(prod: Assembly) -> None:
    generated = prod["api"].only("AWS::SecretsManager::Secret")["GenerateSecretString"]

    assert generated["SecretStringTemplate"] == '{"api_key": "echosphere"}'
    assert generated["GenerateStringKey"] == "api_secret"
    assert generated["PasswordLength"] >= 32 and generated["ExcludePunctuation"]
