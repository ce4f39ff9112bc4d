"""The laptop cloud: the deployed stacks, served on this machine. Nothing of the product imports it."""
