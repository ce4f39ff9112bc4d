"""MiniStack, the local AWS, in one process with what it lacks (`patches/`), with IAM enforced and on loopback alone."""
