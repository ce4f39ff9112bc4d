"""The local MediaConvert without its ffmpeg: what it refuses, reads, names, remembers and tells."""
