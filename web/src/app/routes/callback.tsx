import { useRouter } from "@tanstack/react-router";
import { useCallback } from "react";

import { CallbackPage } from "@/features/sign-in/callback-page";

export function Callback() {
  const router = useRouter();
  // Replaced: the address with the used code must not be one to come back to.
  const goOn = useCallback((path: string) => { router.history.replace(path); }, [router]);
  return <CallbackPage onSignedIn={goOn} />;
}
