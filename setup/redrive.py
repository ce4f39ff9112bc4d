"""Hands the dead letters of a queue back to it: `python setup/redrive.py QUEUE STAGE`, as `make redrive` calls it.

By receiving and sending rather than by SQS' own redrive task, so that it works where there is no such task, too.
A letter is deleted after it was sent, so a break in between sends it twice, which every consumer bears.
"""

import sys
from itertools import count

import boto3

# By what a person calls them: the stack and the construct of each.
QUEUES = {
    "forward-spans": ("traces", "Waiting"),
    "sweep-outbox": ("messaging", "SweepOutbox"),
    "transcode-recording": ("media", "TranscodeRecording"),
    "finish-recording": ("recording", "Finish"),
    "reconcile-recordings": ("recording", "Reconcile"),
    "evaluate-session": ("judge", "Evaluate"),
    "count-talk": ("figures", "Count"),
    "forget-person": ("privacy", "PersonLeftWork"),
    "export-person": ("privacy", "ExportAskedWork"),
}
AT_ONCE = 10


def main(queue: str, stage: str) -> None:
    stack, construct = QUEUES[queue]
    name = f"echosphere-{stage}-{stack}"
    resources = boto3.client("cloudformation").describe_stack_resources(StackName=name)["StackResources"]
    queues = [each for each in resources if each["ResourceType"] == "AWS::SQS::Queue"]
    urls = {each["LogicalResourceId"]: each["PhysicalResourceId"] for each in queues}
    (dead,) = (url for key, url in urls.items() if key.startswith(f"{construct}DeadLetters"))
    (alive,) = (url for key, url in urls.items() if key.startswith(f"{construct}Queue"))
    print(f"{queue}: {_move(dead, alive)} letters handed back")


def _move(dead: str, alive: str) -> int:
    sqs = boto3.client("sqs")
    for moved in count():
        letters = sqs.receive_message(QueueUrl=dead, MaxNumberOfMessages=1, WaitTimeSeconds=1).get("Messages", [])
        if not letters:
            return moved
        sqs.send_message(QueueUrl=alive, MessageBody=letters[0]["Body"])
        sqs.delete_message(QueueUrl=dead, ReceiptHandle=letters[0]["ReceiptHandle"])
    raise AssertionError


if __name__ == "__main__":
    main(*sys.argv[1:])
