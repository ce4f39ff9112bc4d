"""The page's files: a private bucket, filled by the deploy itself."""

from collections.abc import Mapping
from pathlib import Path

from aws_cdk import RemovalPolicy
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_s3_deployment as deployment
from constructs import Construct

from stacks.findings import accept
from stacks.log_group import log_group
from stacks.site_publisher import accept_publisher
from stacks.stage import Stage

HASHED_FILES = "assets/*"
FOREVER = deployment.CacheControl.from_string("public, max-age=31536000, immutable")
ALWAYS_ASK = deployment.CacheControl.from_string("no-cache")


class SiteNotBuilt(Exception):
    """The folder of the built page is missing."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is missing: build the page first with `make web`")


class Site(Construct):
    def __init__(self, scope: Construct, name: str, stage: Stage) -> None:
        super().__init__(scope, name)
        self._log_group = log_group(self, "PublishLog", stage)
        self._folder = Path(stage.site_folder)
        self.bucket = s3.Bucket(
            self,
            "Bucket",
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            enforce_ssl=True,
            encryption=s3.BucketEncryption.S3_MANAGED,
            # A bucket with files cannot be deleted, and these are public: it may stay behind.
            removal_policy=RemovalPolicy.RETAIN,
        )
        accept(self.bucket, {"S1": "a log of who read the page would hold addresses of persons, for public files"})

    def publish(self, distribution: cloudfront.IDistribution, *, config: Mapping[str, str]) -> None:
        """The hashed files first, so that no index.html names a file that is not there yet."""
        if not self._folder.is_dir():
            raise SiteNotBuilt(self._folder)
        built = deployment.Source.asset(str(self._folder))
        hashed = self._deploy("Hashed", [built], cache=FOREVER, exclude=["*"], include=[HASHED_FILES])
        entry = self._deploy(
            "Entry",
            [built, deployment.Source.json_data("config.json", config)],
            cache=ALWAYS_ASK,
            exclude=[HASHED_FILES],
            distribution=distribution,
        )
        entry.node.add_dependency(hashed)
        accept_publisher(entry, self.bucket)

    def _deploy(
        self,
        name: str,
        sources: list[deployment.ISource],
        *,
        cache: deployment.CacheControl,
        exclude: list[str],
        include: list[str] | None = None,
        distribution: cloudfront.IDistribution | None = None,
    ) -> deployment.BucketDeployment:
        return deployment.BucketDeployment(
            self,
            name,
            destination_bucket=self.bucket,
            sources=sources,
            cache_control=[cache],
            exclude=exclude,
            include=include,
            # A page that is open during a deploy still loads the files that its old index.html names.
            prune=False,
            distribution=distribution,
            distribution_paths=["/*"] if distribution else None,
            # no-cache is revalidated after a second at most (the cache policy's minimum), so a deploy need not wait.
            wait_for_distribution_invalidation=False,
            memory_limit=256,
            log_group=self._log_group,
        )
