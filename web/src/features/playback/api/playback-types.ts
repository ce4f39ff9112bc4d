/** What plays a talk, as `POST /api/sessions/{id}/playback` answers it. */

export interface PlaybackPart {
  attempt: number;
  kind: "audio" | "video";
  /** Second of the talk = second of the file + `offset_s`. */
  offset_s: number;
  duration_s: number;
  master_url: string;
  /** For a browser's own HLS, which takes no cookies along; null where cookies do. */
  signed_master_url: string | null;
  peaks_url: string | null;
  captions_url: string | null;
  /** Both sides apart, one in each channel. */
  download_url: string | null;
}

export interface Playback {
  /** When the cookies that came with it are refused. */
  expires_at: string;
  parts: PlaybackPart[];
}

/** The route, as the generated client would know it. */
export interface PlaybackPaths {
  "/api/sessions/{session_id}/playback": {
    post: {
      parameters: { path: { session_id: string } };
      responses: { 200: { headers: Record<string, unknown>; content: { "application/json": Playback } } };
    };
  };
}
