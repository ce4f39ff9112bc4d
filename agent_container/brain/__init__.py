"""The offline brain: small skills over a small handbook, no language model. It says when it does not know."""
