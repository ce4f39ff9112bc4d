"""What a function did, as spans of its talk's trace. See docs/traces.md."""
