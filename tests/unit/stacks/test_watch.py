"""The platform watches itself: everything that can go wrong rings, in one place, and says what to do."""

import json
import re
import runpy
from collections.abc import Iterator
from typing import Any

import pytest

from stacks.alarm import RUNBOOK
from stacks.metrics import AGENT_METRICS, START_FAILURES, STARTS
from tests.unit.stacks.templates import ROOT, Assembly, Properties
from tests.unit.stacks.test_functions import functions
from tests.unit.stacks.test_routes import routes

pytestmark = pytest.mark.template
STAGES = ("prod", "dev", "local")
OBJECTIVES = {
    "AnswersSlow": 1_200,
    "HearingSlow": 400,
    "ThinkingSlow": 600,
    "VoiceSlow": 300,
    "StartsFailFast": 1.44,
    "StartsFailSlow": 0.6,
    "TalksFail": 5,
    "RecordingsFail": 1,
    "RecordingsUnaccounted": 1,
}


def alarms(assembly: Assembly) -> dict[str, Properties]:
    return dict(assembly.of_type("AWS::CloudWatch::Alarm"))


def anchors() -> set[str]:
    """As GitHub makes them of headings."""
    headings = re.findall(r"^#+ (.+)$", (ROOT / RUNBOOK).read_text(), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("stage", STAGES)
def test_every_alarm_rings_into_the_one_topic_when_it_begins_and_when_it_is_over(
    assemblies: dict[str, Assembly], stage: str
) -> None:
    told = [(one["AlarmActions"], one["OKActions"]) for one in alarms(assemblies[stage]).values()]
    topics = {json.dumps(action) for pair in told for (action,) in pair}

    assert len(told) > 20
    own, imported = sorted(topics, key=len)
    assert json.loads(own)["Ref"].startswith("Alarms") and "-watch:ExportsOutputRefAlarms" in imported


@pytest.mark.parametrize("stage", STAGES)
def test_every_alarm_names_an_entry_of_the_runbook_and_no_entry_is_left_over(
    assemblies: dict[str, Assembly], stage: str
) -> None:
    named = {
        re.search(rf"{RUNBOOK}#([\w-]+)$", one["AlarmDescription"])[1]  # type: ignore[index]  # else it fails here
        for one in alarms(assemblies[stage]).values()
    }
    by_hand = {"by-hand", "redrive", "rotate-keys", "drain", "restore"}
    of_the_budget = {"a-month-costs-more"}

    assert named <= anchors()
    assert anchors() - named - by_hand - of_the_budget == {"operations-when-it-rings-and-what-is-done-by-hand"}


def test_the_runbook_names_every_alarm_and_every_queue(prod: Assembly) -> None:
    page = (ROOT / RUNBOOK).read_text()
    queues = {re.split("Queue|DeadLetters", key)[0] for key, _ in prod.of_type("AWS::SQS::Queue")}
    stands = [key[:-8] for key, one in alarms(prod).items() if one.get("Namespace") != "AWS/SQS"]

    assert len(queues) == 9 and all(f"`{queue}`" in page for queue in queues)
    assert {"CPUFull", "Away"} <= {re.sub("^Service", "", name) for name in stands}
    assert all(f"`{name}`" in page or name.startswith("StartsFail") for name in stands)


def test_the_dead_letters_of_every_queue_can_be_handed_back(prod: Assembly) -> None:
    queues = runpy.run_path(str(ROOT / "setup" / "redrive.py"))["QUEUES"]
    dead = {
        (stack, key[:-8])
        for stack, template in prod.stacks.items()
        for key in template.of_type("AWS::SQS::Queue")
        if "DeadLetters" in key
    }

    assert {(stack, f"{construct}DeadLetters") for stack, construct in queues.values()} == dead
    assert all(f"`{queue}`" in (ROOT / RUNBOOK).read_text() for queue in queues)


def test_what_is_promised_rings_at_its_figure(prod: Assembly) -> None:
    watched = {key[:-8]: one["Threshold"] for key, one in prod["watch"].of_type("AWS::CloudWatch::Alarm").items()}

    assert watched == OBJECTIVES


def test_a_start_is_counted_by_the_doors_log_whatever_became_of_the_function(prod: Assembly) -> None:
    """A function that was killed, throttled or too slow counts nothing of itself."""
    logged = json.loads(prod["web"].only("AWS::ApiGatewayV2::Stage")["AccessLogSettings"]["Format"])
    counted = {
        one["MetricTransformations"][0]["MetricName"]: one["FilterPattern"]
        for one in prod["web"].of_type("AWS::Logs::MetricFilter").values()
    }

    assert set(counted) == {STARTS, START_FAILURES}
    assert re.findall(r"\$\.(\w+)", counted[START_FAILURES]) == ["route", "status"] and {"route", "status"} <= set(
        logged
    )
    (route,) = {re.search(r'"(\w+ /[^"]+)"', pattern)[1] for pattern in counted.values()}  # type: ignore[index]
    assert route == "POST /api/sessions" and route in routes(prod)
    outcomes = {metric: set(re.findall(r'"(\d\*)"', pattern)) for metric, pattern in counted.items()}
    assert outcomes == {STARTS: {"2*", "5*"}, START_FAILURES: {"5*"}}, "a caller's own fault is no start"


def test_two_failures_at_least_make_a_rate(prod: Assembly) -> None:
    fast, slow = (
        one["Metrics"]
        for key, one in sorted(prod["watch"].of_type("AWS::CloudWatch::Alarm").items())
        if key.startswith("StartsFail")
    )

    assert {each["MetricStat"]["Period"] for each in fast if "MetricStat" in each} == {3600}
    assert {each["MetricStat"]["Period"] for each in slow if "MetricStat" in each} == {6 * 3600}
    assert {each["Expression"] for each in [*fast, *slow] if "Expression" in each} == {
        "IF(some >= 2, 100 * some / whole, 0)"
    }


def test_a_percentile_of_a_few_turns_does_not_ring(prod: Assembly) -> None:
    slow = [one["Metrics"] for key, one in alarms(prod).items() if key[:-8] in OBJECTIVES and key[:-8].endswith("Slow")]
    latencies = [one for one in slow if any("voice.latency" in str(each) for each in one)]

    assert len(latencies) == 4
    for one in latencies:
        assert {each["Expression"] for each in one if "Expression" in each} == {"IF(turns >= 20, p95, 0)"}
        assert {each["MetricStat"]["Stat"] for each in one if "MetricStat" in each} == {"p95", "SampleCount"}


def test_one_name_holds_all_of_our_metrics_and_it_is_the_stages(prod: Assembly, local: Assembly) -> None:
    for stage, assembly in (("prod", prod), ("local", local)):
        told = {one["Environment"]["Variables"]["POWERTOOLS_METRICS_NAMESPACE"] for one in functions(assembly).values()}
        watched = {namespace for namespace, _ in ours(assembly)}

        assert told == watched == {f"EchoSphere/{stage}"}


def test_no_source_but_the_stacks_own_names_the_metrics_namespace() -> None:
    sources = [path for folder in ("lambdas", "echosphere", "stacks") for path in (ROOT / folder).rglob("*.py")]

    assert [path.name for path in sources if re.search(r'"EchoSphere/|namespace="', path.read_text())] == ["metrics.py"]


def test_what_is_watched_is_counted_by_somebody(prod: Assembly) -> None:
    """A name with a slip of the pen would be watched for ever and never ring."""
    folders = (ROOT / "lambdas", ROOT / "echosphere" / "adapters")
    code = "".join(path.read_text() for folder in folders for path in folder.rglob("*.py"))
    searched = {re.search('MetricName="(.+?)"', each)[1] for each in searches(prod) if "EchoSphere/" in each}  # type: ignore[index]
    names = {name for _, name in ours(prod)} | searched

    assert {"session.count", "recording.unaccounted", "SpansDropped", "judge.failures"} <= names
    assert not {name for name in names if f'"{name}"' not in code} - {STARTS, START_FAILURES} - set(AGENT_METRICS)


def test_one_page_shows_what_waits_fails_and_takes_long_of_all_that_the_stage_has(prod: Assembly) -> None:
    shown = " ".join(searches(prod))

    for name in (
        "ApproximateNumberOfMessagesVisible",
        "ApproximateAgeOfOldestMessage",
        "Errors",
        "Throttles",
        "Duration",
        "CPUUtilization",
        "MemoryUtilization",
    ):
        assert f'MetricName="{name}" echosphere prod' in shown
    for kind, name in (("AWS::SQS::Queue", "QueueName"), ("AWS::Lambda::Function", "FunctionName")):
        assert not [key for key, one in prod.of_type(kind) if name in one], "a name of one's own is not searched for"
    assert all(stack.name.startswith("echosphere-prod-") for stack in prod.stacks.values())


def test_only_alarms_of_this_account_may_ring_and_over_tls_alone(prod: Assembly) -> None:
    allowed, refused = prod["watch"].only("AWS::SNS::TopicPolicy")["PolicyDocument"]["Statement"]

    assert allowed["Principal"] == {"Service": "cloudwatch.amazonaws.com"} and allowed["Action"] == "sns:Publish"
    assert allowed["Condition"] == {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}}
    assert refused["Effect"] == "Deny" and refused["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}


def test_alarms_may_use_the_key_of_their_topic(prod: Assembly) -> None:
    """They cannot use SNS's own, and an alarm that cannot be told is no alarm."""
    key = prod["watch"].only("AWS::KMS::Key")
    granted = [one for one in key["KeyPolicy"]["Statement"] if "Service" in one["Principal"]]

    assert "KmsMasterKeyId" in prod["watch"].only("AWS::SNS::Topic") and key["EnableKeyRotation"]
    assert [(one["Principal"]["Service"], set(one["Action"])) for one in granted] == [
        ("cloudwatch.amazonaws.com", {"kms:Decrypt", "kms:GenerateDataKey*"})
    ]


def test_whoever_the_stage_names_hears_of_it_and_nobody_else(prod: Assembly, dev: Assembly) -> None:
    assert not prod["watch"].of_type("AWS::SNS::Subscription")

    subscription = dev["watch"].only("AWS::SNS::Subscription")
    assert (subscription["Protocol"], subscription["Endpoint"]) == ("email", "operations@example.com")


def test_an_agent_that_is_not_measured_is_away(prod: Assembly) -> None:
    (away,) = (one for key, one in alarms(prod).items() if key.startswith("Away"))

    assert away["TreatMissingData"] == "breaching" and away["EvaluationPeriods"] == 5


@pytest.mark.parametrize("stage", STAGES)
def test_every_function_has_an_end_a_size_and_a_log_that_forgets(assemblies: dict[str, Assembly], stage: str) -> None:
    kept = {
        key: one.get("RetentionInDays")
        for template in assemblies[stage].stacks.values()
        for key, one in template.of_type("AWS::Logs::LogGroup").items()
    }

    for one in functions(assemblies[stage]).values():
        assert 0 < one["Timeout"] <= 900 and one["MemorySize"] >= 128
        assert kept[one["LoggingConfig"]["LogGroup"]["Ref"]]
    assert all(kept.values())


def drawn(assembly: Assembly) -> Iterator[list[Any]]:
    """Each line of each graph: a metric's namespace and name, or an expression alone."""
    body = assembly["watch"].only("AWS::CloudWatch::Dashboard")["DashboardBody"]["Fn::Join"][1]
    page = json.loads("".join(part if isinstance(part, str) else "?" for part in body))
    for graph in page["widgets"]:
        yield from graph["properties"]["metrics"]


def searches(assembly: Assembly) -> list[str]:
    return [line[0]["expression"] for line in drawn(assembly) if isinstance(line[0], dict)]


def ours(assembly: Assembly) -> Iterator[tuple[str, str]]:
    """(namespace, name) of each metric that an alarm or the dashboard looks at, if it is not AWS's own."""
    yield from ((line[0], line[1]) for line in drawn(assembly) if isinstance(line[0], str))
    for one in alarms(assembly).values():
        of_math = [each["MetricStat"]["Metric"] for each in one.get("Metrics", []) if "MetricStat" in each]
        for metric in of_math or [one]:
            if metric["Namespace"].startswith("EchoSphere"):
                yield metric["Namespace"], metric["MetricName"]
