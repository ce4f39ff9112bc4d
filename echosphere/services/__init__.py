"""Use cases: one verb phrase a file, the same name in every layer. Each takes its ports first."""
