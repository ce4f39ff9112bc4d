import { QueryClientProvider } from "@tanstack/react-query";
import type { i18n } from "i18next";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";

import { ApiProvider } from "@/api/api-context";
import { RemovalsProvider } from "@/components/removals/removals-context";
import { SignInProvider } from "@/features/sign-in/sign-in-context";

import type { Services } from "./services";

interface ProvidersProps {
  words: i18n;
  services: Services;
  children: ReactNode;
}

export function Providers({ words, services, children }: ProvidersProps) {
  return (
    <I18nextProvider i18n={words}>
      <QueryClientProvider client={services.queries}>
        <ApiProvider api={services.api}>
          <RemovalsProvider removals={services.removals}>
            <SignInProvider signIn={services.signIn}>{children}</SignInProvider>
          </RemovalsProvider>
        </ApiProvider>
      </QueryClientProvider>
    </I18nextProvider>
  );
}
