"""What a month may cost, where the stage names it: told into the topic of the alarms before it is used up."""

from aws_cdk import aws_budgets as budgets
from aws_cdk import aws_sns as sns
from constructs import Construct

from stacks.stage import Stage

# In percent of the month's budget: what was spent, and what AWS foresees for the whole month.
TOLD_AT = {"ACTUAL": 80, "FORECASTED": 100}


def budget(scope: Construct, stage: Stage, topic: sns.ITopic) -> None:
    """Of the whole account: a filter by tags finds nothing until somebody has the bill know them, and says nothing."""
    if not stage.monthly_budget_usd:
        return
    limit = budgets.CfnBudget.SpendProperty(amount=stage.monthly_budget_usd, unit="USD")
    # Unnamed: a change of who is told replaces it, and two cannot have one name.
    made = budgets.CfnBudget(
        scope,
        "Budget",
        budget=budgets.CfnBudget.BudgetDataProperty(budget_type="COST", time_unit="MONTHLY", budget_limit=limit),
        notifications_with_subscribers=[_told(kind, percent, topic) for kind, percent in TOLD_AT.items()],
    )
    # With its policy, without which nobody could be told.
    made.node.add_dependency(topic)


def _told(kind: str, percent: float, topic: sns.ITopic) -> budgets.CfnBudget.NotificationWithSubscribersProperty:
    return budgets.CfnBudget.NotificationWithSubscribersProperty(
        notification=budgets.CfnBudget.NotificationProperty(
            notification_type=kind,
            comparison_operator="GREATER_THAN",
            threshold=percent,
            threshold_type="PERCENTAGE",
        ),
        subscribers=[budgets.CfnBudget.SubscriberProperty(subscription_type="SNS", address=topic.topic_arn)],
    )
