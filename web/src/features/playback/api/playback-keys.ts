/** Where recordings lie in the query cache. */
export const playbackKeys = {
  recording: (sessionId: string) => ["recording", sessionId],
  playback: (sessionId: string) => ["playback", sessionId],
  shared: (secret: string) => ["shared", secret],
  thumbnails: (url: string) => ["thumbnails", url],
  peaks: (url: string) => ["peaks", url],
} as const;
