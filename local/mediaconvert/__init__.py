"""MediaConvert on this machine: takes the jobs that AWS takes, refuses what it refuses, and runs them with ffmpeg.

Nothing here knows MiniStack; `local/ministack/patches/mediaconvert.py` joins the two.
"""
