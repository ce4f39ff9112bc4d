import { RouterProvider } from "@tanstack/react-router";
import type { i18n } from "i18next";
import { StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";

import { NotSetUp } from "@/app/not-set-up";
import { Providers } from "@/app/providers";
import { createPageRouter } from "@/app/router";
import { createServices } from "@/app/services";
import { WORDS } from "@/app/words";
import { ConfigMissing, loadConfig } from "@/config/config";
import { createI18n } from "@/i18n/i18n";
import { detectLanguage } from "@/i18n/language";

import "@/styles/tokens.css";
import "@/styles/base.css";

async function page(words: i18n): Promise<ReactNode> {
  try {
    const services = createServices(await loadConfig());
    const router = createPageRouter(services);
    return (
      <Providers words={words} services={services}>
        <RouterProvider router={router} />
      </Providers>
    );
  } catch (error) {
    if (!(error instanceof ConfigMissing)) {
      throw error;
    }
    return (
      <I18nextProvider i18n={words}>
        <NotSetUp reason={error.message} />
      </I18nextProvider>
    );
  }
}

async function start(element: HTMLElement): Promise<void> {
  const words = await createI18n(WORDS, detectLanguage());
  createRoot(element).render(<StrictMode>{await page(words)}</StrictMode>);
}

const element = document.getElementById("page");
if (element !== null) {
  void start(element);
}
