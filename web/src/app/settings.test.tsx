import { screen, within } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, describe, expect, it, vi } from "vitest";

import { WORDS } from "@/app/words/load-words";
import { aWorld, openPage } from "@/testing/open-page";
import { chooseTheme, currentTheme } from "@/theme/theme";

afterEach(() => {
  chooseTheme("system");
});

async function openSettings(world = aWorld()) {
  const page = await openPage("/settings", world);
  await screen.findByRole("heading", { name: "Settings" });
  return page;
}

describe("the settings", () => {
  it("are found from every page", async () => {
    const { user, address } = await openPage("/sessions");

    await user.click(await screen.findByRole("link", { name: "Settings" }));

    expect(await screen.findByRole("heading", { name: "Settings" })).toBeVisible();
    expect(address()).toBe("/settings");
  });

  it("change the language of the page at once", async () => {
    const { user } = await openSettings();

    await user.click(screen.getByRole("radio", { name: "日本語" }));

    expect(await screen.findByRole("heading", { name: "設定" })).toBeVisible();
    expect(document.documentElement.lang).toBe("ja");
  });

  it("stay in their language when the words of another cannot be fetched", async () => {
    const { user } = await openSettings();
    vi.spyOn(WORDS, "rest").mockRejectedValue(new TypeError("offline"));

    await user.click(screen.getByRole("radio", { name: "日本語" }));

    expect(await screen.findByRole("alert")).toHaveTextContent("could not be reached");
    expect(document.documentElement.lang).toBe("en");
    expect(screen.getByRole("radio", { name: "English" })).toBeChecked();
  });

  it("change the colours, and the header's switch says the same", async () => {
    const { user } = await openSettings();

    await user.click(screen.getByRole("radio", { name: "Dark" }));

    expect(currentTheme()).toBe("dark");
    expect(screen.getByRole("button", { name: "Colours: Dark" })).toBeVisible();
  });

  it("keep the microphone that one chooses for later talks", async () => {
    const world = aWorld();
    world.microphones.devices = [{ deviceId: "d2", kind: "audioinput", label: "Desk microphone" }];
    const { user, go } = await openSettings(world);
    const devices = within(screen.getByRole("region", { name: "Microphone and speaker" }));
    await user.click(devices.getByRole("button", { name: "Test the microphone" }));
    await devices.findByRole("option", { name: "Desk microphone" });
    await user.selectOptions(devices.getByRole("combobox", { name: "Microphone" }), "Desk microphone");

    go("/");
    await user.click(await screen.findByRole("button", { name: "Start talking" }));
    await screen.findByRole("log");

    expect(world.microphones.asked.at(-1)).toMatchObject({ audio: { deviceId: { ideal: "d2" } } });
  });

  it("shut nobody out", async () => {
    const { view } = await openSettings();

    const { violations } = await axe.run(view.baseElement, { rules: { "color-contrast": { enabled: false } } });

    expect(violations).toEqual([]);
  });
});
