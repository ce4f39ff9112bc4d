"""The one table, through PynamoDB. `docs/architecture.md` shows its keys."""
