"""What sentences mean, as vectors: a small model that runs on the processor, without a network."""
