/** What the page needs of signing in; Cognito is one way to do it, a test's fake another. */

export interface Person {
  /** Shown in the header; never sent anywhere. */
  email: string | null;
}

export type SignInFailure = "denied" | "expired" | "not_ours" | "unreachable";

/** Why coming back from the sign-in host did not end in a signed-in person. */
export class SignInFailed extends Error {
  override readonly name = "SignInFailed";

  constructor(
    readonly failure: SignInFailure,
    cause: unknown,
  ) {
    super(failure, { cause });
  }
}

export interface SignIn {
  /** Who is signed in on this page; null before signing in and after signing out. */
  person: () => Person | null;
  /** Calls back when `person` may answer differently. Returns the way to stop. */
  subscribe: (changed: () => void) => () => void;
  /** Leaves the page for the sign-in host, and comes back to `returnTo`, a path of ours. */
  begin: (options: { returnTo: string; language: string }) => Promise<void>;
  /** Ends the way back from the sign-in host; answers the path to go on to. Raises SignInFailed. */
  complete: () => Promise<string>;
  /** A token that is good for at least another minute. Raises the Problem `signed_out`. */
  accessToken: () => Promise<string>;
  /** A token in place of one that was refused before its time. Raises the Problem `signed_out`. */
  renewedToken: (refused: string) => Promise<string>;
  /** Forgets the tokens: nobody is signed in any more, and the page stays. */
  forget: () => Promise<void>;
  /** Takes the tokens back, and leaves the page for the host's own sign-out. */
  signOut: () => Promise<void>;
}
