"""What a month may cost, where the stage says it, and that somebody hears before it is used up."""

import json

import pytest

from tests.unit.stacks.templates import WATCHED, Assembly

pytestmark = pytest.mark.template
BUDGET = "AWS::Budgets::Budget"


def test_there_is_none_unless_the_stage_names_what_a_month_may_cost(prod: Assembly, local: Assembly) -> None:
    for assembly in (prod, local):
        assert not list(assembly.of_type(BUDGET))
        assert "budgets.amazonaws.com" not in assembly["watch"].text


def test_it_is_a_month_of_the_whole_account(dev: Assembly) -> None:
    budget = dev["watch"].only(BUDGET)["Budget"]

    assert (budget["BudgetType"], budget["TimeUnit"]) == ("COST", "MONTHLY")
    assert budget["BudgetLimit"] == {"Amount": WATCHED["monthly_budget_usd"], "Unit": "USD"}
    assert not {"CostFilters", "FilterExpression", "BudgetName"} & set(budget)


def test_four_fifths_spent_and_a_month_that_will_cost_more_are_told_to_the_topic(dev: Assembly) -> None:
    told = dev["watch"].only(BUDGET)["NotificationsWithSubscribers"]
    (topic,) = dev["watch"].of_type("AWS::SNS::Topic")
    beyond = {"ComparisonOperator": "GREATER_THAN", "ThresholdType": "PERCENTAGE"}

    assert [one["Notification"] for one in told] == [
        {"NotificationType": "ACTUAL", "Threshold": 80, **beyond},
        {"NotificationType": "FORECASTED", "Threshold": 100, **beyond},
    ]
    assert [one["Subscribers"] for one in told] == [[{"Address": {"Ref": topic}, "SubscriptionType": "SNS"}]] * 2


def test_budgets_of_this_account_may_ring_and_use_the_key_like_alarms(dev: Assembly) -> None:
    allowed, refused = dev["watch"].only("AWS::SNS::TopicPolicy")["PolicyDocument"]["Statement"]
    (keyed,) = (
        one for one in dev["watch"].only("AWS::KMS::Key")["KeyPolicy"]["Statement"] if "Service" in one["Principal"]
    )

    for one in (allowed, keyed):
        assert set(one["Principal"]["Service"]) == {"cloudwatch.amazonaws.com", "budgets.amazonaws.com"}
        assert one["Condition"] == {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}}
    assert allowed["Effect"] == "Allow" and refused["Effect"] == "Deny"


def test_it_is_made_when_the_topic_lets_it_in(dev: Assembly) -> None:
    (budget,) = (one for one in dev["watch"].resources.values() if one["Type"] == BUDGET)
    (policy,) = dev["watch"].of_type("AWS::SNS::TopicPolicy")

    assert policy in json.dumps(budget["DependsOn"])
