/** A refusal is answered with one new permission; until something plays again there is no second. */
import type { Playback } from "@/api/types";

/** Asks for a new permission to play the same talk. */
export type Renew = () => Promise<Playback | undefined>;

export class Permission {
  readonly #renew: Renew;
  #state: "good" | "asked" | "renewed" = "good";

  constructor(renew: Renew) {
    this.#renew = renew;
  }

  /** Something plays, so what was given is good. */
  isGood(): void {
    this.#state = "good";
  }

  /** `asked`: an answer is on its way already. `refused`: there is none, or it did not help. */
  async ask(): Promise<Playback | "asked" | "refused"> {
    if (this.#state !== "good") {
      return this.#state === "asked" ? "asked" : "refused";
    }
    this.#state = "asked";
    const playback = await this.#renew().catch(() => undefined);
    this.#state = "renewed";
    return playback ?? "refused";
  }
}
