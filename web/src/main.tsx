import { RouterProvider } from "@tanstack/react-router";
import type { i18n } from "i18next";
import { StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";

import { NotSetUp } from "@/app/not-set-up";
import { tellThatNothingCame } from "@/app/nothing-came";
import { Providers } from "@/app/providers";
import { createPageRouter } from "@/app/router";
import { fetchFirstView } from "@/app/routes/first-views";
import { createServices } from "@/app/services";
import { WORDS } from "@/app/words/load-words";
import { ConfigMissing, loadConfig, type Config } from "@/config/config";
import { hasKeptTokens } from "@/features/sign-in/kept-tokens";
import { createI18n } from "@/i18n/i18n";
import { detectLanguage } from "@/i18n/language";

import "@/styles/tokens.css";
import "@/styles/base.css";

function page(words: i18n, config: Config | ConfigMissing): ReactNode {
  if (config instanceof ConfigMissing) {
    return (
      <I18nextProvider i18n={words}>
        <NotSetUp reason={config.message} />
      </I18nextProvider>
    );
  }
  const services = createServices(config, words);
  return (
    <Providers words={words} services={services}>
      <RouterProvider router={createPageRouter(services)} />
    </Providers>
  );
}

async function settings(): Promise<Config | ConfigMissing> {
  try {
    return await loadConfig();
  } catch (error) {
    if (error instanceof ConfigMissing) {
      return error;
    }
    throw error;
  }
}

async function start(element: HTMLElement): Promise<void> {
  const [words, config] = await Promise.all([
    createI18n(WORDS, detectLanguage()),
    settings(),
    fetchFirstView(window.location.pathname, { signedIn: hasKeptTokens() }),
  ]);
  createRoot(element).render(<StrictMode>{page(words, config)}</StrictMode>);
}

const element = document.getElementById("page");
if (element !== null) {
  start(element).catch(() => { tellThatNothingCame(element, detectLanguage()); });
}
