"""What a Lambda runs: our packages as they lie in the repository, and the third-party ones in a layer beside them."""

import hashlib
import subprocess
import sys
import tomllib
from pathlib import Path

import jsii
from aws_cdk import AssetHashType, BundlingOptions, DockerImage, IgnoreMode, ILocalBundling
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from stacks.stage import Stage

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements.txt"
PROJECT = ROOT / "pyproject.toml"
RUNTIME = lambda_.Runtime.PYTHON_3_13
PYTHON_VERSION = "3.13"
# Amazon Linux 2023, on which python3.13 runs, has glibc 2.34.
PLATFORMS = {"arm64": "aarch64-manylinux_2_28", "x86_64": "x86_64-manylinux_2_28"}
ARCHITECTURES = {"arm64": lambda_.Architecture.ARM_64, "x86_64": lambda_.Architecture.X86_64}
PACKAGES = ("echosphere", "lambdas")


def own_code() -> lambda_.Code:
    wanted = [line for package in PACKAGES for line in (f"!/{package}", f"!/{package}/**")]
    return lambda_.Code.from_asset(
        str(ROOT), ignore_mode=IgnoreMode.GIT, exclude=["/*", *wanted, "__pycache__", "*.pyc"]
    )


def third_party_layer(scope: Construct, stage: Stage) -> lambda_.LayerVersion:
    return _layer(scope, "ThirdParty", stage, group="lambda")


def media_layer(scope: Construct, stage: Stage) -> lambda_.LayerVersion:
    """FFmpeg's libraries. With the other layer and our code it must stay below Lambda's 250 MB unpacked."""
    return _layer(scope, "Media", stage, group="media")


def _layer(scope: Construct, name: str, stage: Stage, *, group: str) -> lambda_.LayerVersion:
    return lambda_.LayerVersion(
        scope,
        name,
        description=f"The packages of the group `{group}`, at the versions of the lock.",
        compatible_runtimes=[RUNTIME],
        compatible_architectures=[ARCHITECTURES[stage.architecture]],
        code=lambda_.Code.from_asset(
            str(ROOT / "stacks"),
            # A folder of this hash that is there already is not built again.
            asset_hash_type=AssetHashType.CUSTOM,
            asset_hash=_layer_hash(stage, group),
            bundling=BundlingOptions(image=NO_ENGINE, local=_UvInstall(PLATFORMS[stage.architecture], group)),
        ),
    )


def _layer_hash(stage: Stage, group: str) -> str:
    """Of all that decides what is in the layer: the lock, the group, the platform, and this recipe."""
    names = tomllib.loads(PROJECT.read_text())["dependency-groups"][group]
    words = [LOCK.read_text(), *names, PLATFORMS[stage.architecture], Path(__file__).read_text()]
    return hashlib.sha256("\n".join(words).encode()).hexdigest()


# The local bundling below always answers, so no container engine is ever asked for this image.
NO_ENGINE = DockerImage.from_registry("unused")


@jsii.implements(ILocalBundling)
class _UvInstall:
    def __init__(self, platform: str, group: str) -> None:
        self._platform = platform
        self._group = group

    def try_bundle(self, output_dir: str, *_: object, **__: object) -> bool:
        """Raises CalledProcessError, whose output stands on the terminal."""
        uv, folder = str(Path(sys.executable).with_name("uv")), f"{output_dir}/python"
        wheels = ["--python-version", PYTHON_VERSION, "--python-platform", self._platform, "--only-binary", ":all:"]
        locked = ["--group", f"{PROJECT}:{self._group}", "--constraints", str(LOCK)]
        _run(uv, "pip", "install", "--quiet", "--python", sys.executable, "--target", folder, *wheels, *locked)
        # A function cannot write beside its layer, so each cold start would compile all again: 3.8 s instead of 1.8 s.
        # Unchecked, because a zip forgets the times by which Python tells stale from fresh.
        as_it_lies = ["--invalidation-mode", "unchecked-hash", "-s", output_dir]
        _run(sys.executable, "-m", "compileall", "-q", "-j", "0", *as_it_lies, folder)
        return True


def _run(*command: str) -> None:
    # Standard output belongs to jsii's own talk with Node.
    subprocess.run(command, check=True, stdout=sys.stderr)  # noqa: S603  # every word stands in this file
