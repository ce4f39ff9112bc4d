/** Which browser this is, as far as the way to its microphone's permission goes. */
export type Browser = "chromium" | "firefox" | "safari" | "ios" | "other";

/** Every browser on an iPhone is Safari underneath, and asks in its place; iPads say that they are Macs. */
export function browserOf({ userAgent, maxTouchPoints }: Pick<Navigator, "userAgent" | "maxTouchPoints">): Browser {
  if (/iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes("Macintosh") && maxTouchPoints > 1)) {
    return "ios";
  }
  if (userAgent.includes("Firefox/")) {
    return "firefox";
  }
  if (/Chrome\/|Chromium\//.test(userAgent)) {
    return "chromium";
  }
  return userAgent.includes("Safari/") ? "safari" : "other";
}
