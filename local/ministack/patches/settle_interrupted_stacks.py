"""A stack that was being deployed when the cloud was killed stays "in progress" for ever, and CDK waits for its end.

It is settled when the state is loaded: a new stack as one that was taken back, which CDK deletes and makes anew; a
changed one as one that kept what it had, to which CDK applies the change again.
"""

from collections.abc import Mapping, MutableMapping

from ministack.services import cloudformation

SETTLED = {
    "CREATE_IN_PROGRESS": "ROLLBACK_COMPLETE",
    "ROLLBACK_IN_PROGRESS": "ROLLBACK_COMPLETE",
    "UPDATE_IN_PROGRESS": "UPDATE_ROLLBACK_COMPLETE",
    "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS": "UPDATE_COMPLETE",
    "UPDATE_ROLLBACK_IN_PROGRESS": "UPDATE_ROLLBACK_COMPLETE",
    "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS": "UPDATE_ROLLBACK_COMPLETE",
    "DELETE_IN_PROGRESS": "DELETE_FAILED",
}


def apply() -> None:
    stock = cloudformation.load_persisted_state

    def load_persisted_state(data: Mapping[str, object]) -> None:
        stock(data)
        stacks: MutableMapping[object, dict[str, str]] = cloudformation._stacks._data
        for stack in stacks.values():
            stack["StackStatus"] = SETTLED.get(stack["StackStatus"], stack["StackStatus"])

    cloudformation.load_persisted_state = load_persisted_state
