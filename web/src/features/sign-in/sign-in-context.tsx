/** Who is signed in. `usePerson` re-renders when that changes; `useSignIn` never does. */
import { createContext, use, useSyncExternalStore, type ReactNode } from "react";

import type { Person, SignIn } from "./sign-in";

const SignInContext = createContext<SignIn | null>(null);

export function SignInProvider({ signIn, children }: { signIn: SignIn; children: ReactNode }) {
  return <SignInContext value={signIn}>{children}</SignInContext>;
}

export function useSignIn(): SignIn {
  const signIn = use(SignInContext);
  if (signIn === null) {
    throw new Error("useSignIn needs a SignInProvider above it");
  }
  return signIn;
}

export function usePerson(): Person | null {
  const signIn = useSignIn();
  return useSyncExternalStore(signIn.subscribe, signIn.person);
}
