import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { PATHS } from "@/config/paths";
import { pageLanguage } from "@/i18n/i18n";

import { useSignIn } from "./sign-in-context";

/** Leaves for the sign-in host, to come back to where one is now. */
export function useBeginSignIn() {
  const signIn = useSignIn();
  const { i18n } = useTranslation();
  return useMutation({
    mutationFn: () => signIn.begin({ returnTo: currentPath(), language: pageLanguage(i18n) }),
  });
}

function currentPath(): string {
  const { pathname, search } = window.location;
  // A failed sign-in would return to itself otherwise.
  return pathname === PATHS.callback ? PATHS.home : pathname + search;
}
