"""The front door: one distribution for page, API and recordings, the keys to it, and the page's sign-in client.

They stand in one stack because each names another: the client calls back to the distribution, the distribution
forwards to the API, and the API's authorizer, in the Api stack, accepts that client alone.
"""

from aws_cdk import CfnOutput, Environment, Stack
from constructs import Construct

from stacks.distribution import front_distribution
from stacks.edge_secret import edge_secret
from stacks.firewall import FirewallStack
from stacks.front_api import LIVEKIT_WEBHOOK, FrontApi
from stacks.identity import IdentityStack
from stacks.media import MediaStack
from stacks.page_client import page_client
from stacks.signing_keys import SigningKeys
from stacks.site import Site
from stacks.stage import Stage


class WebStack(Stack):
    def __init__(
        self,
        scope: Construct,
        stage: Stage,
        *,
        identity: IdentityStack,
        media: MediaStack,
        firewall: FirewallStack | None,
    ) -> None:
        super().__init__(
            scope,
            f"echosphere-{stage.name}-web",
            env=Environment(region=stage.region),
            cross_region_references=firewall is not None,
        )
        self.api = FrontApi(self, "FrontApi", stage)
        site = Site(self, "Site", stage)
        keys = SigningKeys(self, "SigningKeys", stage)
        self.signing_key = keys.first
        self.edge_secret = edge_secret(self, stage)
        distribution = front_distribution(
            self,
            stage,
            api=self.api,
            edge_secret=self.edge_secret,
            site=site,
            media=media.media_bucket,
            listeners=keys.accepted,
            sign_in_origin=identity.sign_in_origin,
            firewall_arn=firewall.arn if firewall else None,
        )
        self.page_origin = stage.page_origin or f"https://{distribution.distribution_domain_name}"
        self.client = page_client(self, identity, page_origin=self.page_origin)
        site.publish(
            distribution,
            config={
                "sign_in_origin": identity.sign_in_origin,
                "client_id": self.client.user_pool_client_id,
                "stage": stage.name,
            },
        )
        CfnOutput(self, "LiveKitWebhookUrl", value=f"{self.page_origin}{LIVEKIT_WEBHOOK}")
        CfnOutput(self, "PageUrl", value=f"{self.page_origin}/")
        CfnOutput(self, "DistributionId", value=distribution.distribution_id)
        CfnOutput(self, "SiteBucketName", value=site.bucket.bucket_name)
        CfnOutput(self, "HttpApiId", value=self.api.http_api.api_id)
        CfnOutput(self, "ClientId", value=self.client.user_pool_client_id)
