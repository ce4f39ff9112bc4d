"""Notes which grant of which role let a request through, so that a test finds those that nobody needs."""

import json
from collections.abc import Iterator
from pathlib import Path

from ministack.core import iam_evaluator
from ministack.core.iam_evaluator import EvalContext, EvalResult, ParsedStatement

type Policies = list[list[ParsedStatement]]
type Grant = tuple[str, str, str]
"""A role's name, an action and a resource, each as its policy has it."""

FILE = "used-grants.jsonl"
ASSUMED = ":assumed-role/"


def note_into(path: Path) -> None:
    """A line of JSON for each grant, when it is used for the first time."""
    evaluate, noted = iam_evaluator.evaluate, set(read_from(path))

    def evaluate_and_note(context: EvalContext, policies: Policies, *limits: Policies) -> EvalResult:
        result = evaluate(context, policies, *limits)
        if result.decision == "Allow" and (used := set(_used(context, policies)) - noted):
            noted.update(used)
            with path.open("a") as lines:
                lines.writelines(json.dumps(grant) + "\n" for grant in sorted(used))
        return result

    iam_evaluator.evaluate = evaluate_and_note


def read_from(path: Path) -> list[Grant]:
    return [tuple(json.loads(line)) for line in path.read_text().splitlines()] if path.exists() else []


def _used(context: EvalContext, policies: Policies) -> Iterator[Grant]:
    _, is_role, role_and_session = context.principal_arn.partition(ASSUMED)
    if not is_role:
        return
    role = role_and_session.partition("/")[0]
    for statement in (each for policy in policies for each in policy):
        for action, resource in _allowing(statement, context):
            yield role, action, resource


def _allowing(statement: ParsedStatement, context: EvalContext) -> Iterator[tuple[str, str]]:
    if statement.effect != "Allow" or not iam_evaluator._conditions_met(statement.conditions, context):
        return
    for action in statement.actions:
        if iam_evaluator._action_matches(context.action, [action], []):
            for resource in statement.resources:
                if iam_evaluator._resource_matches(context.resource_arn, [resource], []):
                    yield action, resource
