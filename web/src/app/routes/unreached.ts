/** A part of the page that could not be fetched, because nobody answers where the page came from. */

/** The smallest file that is always there. */
const ALWAYS_THERE = "/config.json";

export class Unreached extends Error {
  override readonly name = "Unreached";
}

/** Where somebody answers, the page is older than its files: then the router loads it anew, as for any lost module. */
export async function orUnreached<T>(part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch (cause) {
    throw (await isAnswered()) ? cause : new Unreached("unreached", { cause });
  }
}

async function isAnswered(): Promise<boolean> {
  return fetch(ALWAYS_THERE, { method: "HEAD", cache: "no-store" }).then(
    () => true,
    () => false,
  );
}
