/**
 * What LiveKit writes to the console: its warnings, without the pass. The fields of a line hold names, addresses and
 * errors, so they stay away; what the browser itself writes of a socket that broke is not ours to change.
 */
import { getLogger, LoggerNames, setLogLevel } from "livekit-client";

/** A JSON Web Token (RFC 7519), and whatever an address carries as one. */
const TOKENS = /(?<=access_token=)[^&\s]+|eyJ[\w-]+\.[\w-]+\.[\w-]*/g;

export function keepLogQuiet(): void {
  for (const name of Object.values(LoggerNames)) {
    getLogger(name).methodFactory = (method) => (message: unknown) => {
      // eslint-disable-next-line no-console -- its warnings are for whoever looks for a fault in the browser
      console[method](withoutToken(String(message)));
    };
  }
  // At its usual level LiveKit writes each packet of the handshake. Setting the level also makes the methods anew.
  setLogLevel("warn");
}

function withoutToken(message: string): string {
  return message.replaceAll(TOKENS, "…");
}
