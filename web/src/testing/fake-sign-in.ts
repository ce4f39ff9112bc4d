import { ownProblem } from "@/api/problem";
import { SignInFailed, type Person, type SignIn, type SignInFailure } from "@/features/sign-in/sign-in";

/** Signs in without leaving the page; a test says who comes back. */
export class FakeSignIn implements SignIn {
  readonly begun: { returnTo: string; language: string }[] = [];
  failure: SignInFailure | null = null;
  /** Set to make the host renew no token. */
  refusesRenewal = false;
  #person: Person | null;
  readonly #listeners = new Set<() => void>();

  constructor(person: Person | null = { email: "hana@example.com" }) {
    this.#person = person;
  }

  readonly person = (): Person | null => this.#person;

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  begin(options: { returnTo: string; language: string }): Promise<void> {
    this.begun.push(options);
    return Promise.resolve();
  }

  complete(): Promise<string> {
    if (this.failure !== null) {
      return Promise.reject(new SignInFailed(this.failure, null));
    }
    this.#become({ email: "hana@example.com" });
    return Promise.resolve(this.begun.at(-1)?.returnTo ?? "/");
  }

  accessToken(): Promise<string> {
    return this.#person === null ? Promise.reject(ownProblem("signed_out")) : Promise.resolve("a-token");
  }

  async renewedToken(): Promise<string> {
    if (this.refusesRenewal) {
      await this.forget();
    }
    return this.accessToken();
  }

  forget(): Promise<void> {
    this.#become(null);
    return Promise.resolve();
  }

  signOut(): Promise<void> {
    return this.forget();
  }

  #become(person: Person | null): void {
    this.#person = person;
    for (const changed of this.#listeners) {
      changed();
    }
  }
}
