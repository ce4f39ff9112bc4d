"""From the text of an answer to what a voice is handed: its language, its sentences, and how it is read."""
