"""All that `cdk deploy` makes: thirteen stacks for a stage of cdk.json, a firewall and a trail if it wants them."""

from aws_cdk import App, Tags, Validations
from cdk_nag import AwsSolutionsChecks, ServerlessChecks

from stacks.agent import AgentStack
from stacks.alarm_topic import ring_into
from stacks.api import ApiStack
from stacks.data import DataStack
from stacks.figures import FiguresStack
from stacks.findings import accept_serverless
from stacks.firewall import FirewallStack
from stacks.identity import IdentityStack
from stacks.judge import JudgeStack
from stacks.media import MediaStack
from stacks.messaging import MessagingStack
from stacks.privacy import PrivacyStack
from stacks.recording import RecordingStack
from stacks.stage import read_stage
from stacks.traces import TracesStack
from stacks.trail import TrailStack
from stacks.watch import WatchStack
from stacks.web import WebStack

app = App()
stage = read_stage(app.node.try_get_context)

watch = WatchStack(app, stage)
identity = IdentityStack(app, stage)
data = DataStack(app, stage)
messaging = MessagingStack(app, stage)
traces = TracesStack(app, stage)
media = MediaStack(app, stage)
firewall = FirewallStack(app, stage) if stage.firewall_region else None
web = WebStack(app, stage, identity=identity, media=media, firewall=firewall)
api = ApiStack(app, stage, identity=identity, data=data, media=media, messaging=messaging, traces=traces, web=web)
RecordingStack(app, stage, data=data, media=media, messaging=messaging, traces=traces, api=api)
FiguresStack(app, stage, data=data, media=media, messaging=messaging, traces=traces, api=api)
PrivacyStack(
    app, stage, identity=identity, data=data, media=media, messaging=messaging, traces=traces, web=web, api=api
)
JudgeStack(app, stage, data=data, messaging=messaging, traces=traces, api=api)
AgentStack(app, stage, data=data, messaging=messaging, api=api)
if stage.trail:
    TrailStack(app, stage)

ring_into(app, watch.alarms)
Tags.of(app).add("project", "echosphere")
Tags.of(app).add("stage", stage.name)
accept_serverless(
    app,
    {
        "EventBusDLQ": "each target is a queue, tried for a day; dead letters in one more queue would fail with it",
        "SNSRedrivePolicy": "what rings by mail rings on the dashboard, too, and nobody reads mail in a queue",
    },
)
Validations.of(app).add_plugins(AwsSolutionsChecks(app, verbose=True), ServerlessChecks(app, verbose=True))
app.synth()
