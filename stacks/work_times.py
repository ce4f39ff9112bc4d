"""How long the work on recordings may take, and when its queues ring."""

from aws_cdk import Duration

TRANSCODE_TIMEOUT = Duration.seconds(60)
# All of a talk's sound is read once: measured at some 200 times its speed, so six hours take two minutes. To fetch
# their 3,600 segments takes a quarter of a minute, at 30 ms each and eight at once.
FINISH_TIMEOUT = Duration.minutes(5)
RECONCILE_TIMEOUT = Duration.minutes(10)
LATE_AFTER = Duration.minutes(30)
EVERY = Duration.hours(1)
