"""Who judges a talk: a model behind one of two wires, or rules. docs/judge.md says what each is worth."""
