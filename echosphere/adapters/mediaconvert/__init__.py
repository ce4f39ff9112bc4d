"""MediaConvert: what a recording is turned into, and how the service is asked for it and understood."""
