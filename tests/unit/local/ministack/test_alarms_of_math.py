import pytest

from local.ministack.patches import alarms_of_math
from local.ministack.resource_handlers import HANDLERS, Properties

pytestmark = pytest.mark.unit

ALARM = "AWS::CloudWatch::Alarm"
OF_MATH: Properties = {
    "Metrics": [{"Id": "share", "Expression": "100 * some / whole"}],
    "Threshold": 1,
    "EvaluationPeriods": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
}
OF_ONE: Properties = {**OF_MATH, "Metrics": [], "Namespace": "AWS/SQS", "MetricName": "Age"}


def test_stock_ministack_refuses_an_alarm_on_an_expression() -> None:
    with pytest.raises(ValueError, match="metric math"):
        HANDLERS[ALARM]["create"]("Alarm", OF_MATH, "stack")


def test_such_an_alarm_is_made_changed_and_deleted() -> None:
    alarms_of_math.apply()

    made, attributes = HANDLERS[ALARM]["create"]("Alarm", OF_MATH, "stack")
    same, _ = HANDLERS[ALARM]["update"](made, OF_MATH, {**OF_MATH, "Threshold": 2}, "stack", "Alarm")
    HANDLERS[ALARM]["delete"](made, OF_MATH)

    assert made == same and attributes["Arn"].endswith(f":alarm:{made}")


def test_an_alarm_on_one_metric_is_ministacks_own() -> None:
    alarms_of_math.apply()

    made, _ = HANDLERS[ALARM]["create"]("Alarm", OF_ONE, "stack")
    same, _ = HANDLERS[ALARM]["update"](made, OF_ONE, {**OF_ONE, "Threshold": 2}, "stack", "Alarm")
    HANDLERS[ALARM]["delete"](made, OF_ONE)

    assert made == same
