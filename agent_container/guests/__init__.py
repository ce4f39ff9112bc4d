"""The other people of a talk: who is there, what each says, and in which order they are answered."""
