import { screen, waitFor } from "@testing-library/react";
import { http } from "msw";
import { describe, expect, it } from "vitest";

import { aWorld, openPage } from "@/testing/open-page";
import { server } from "@/testing/server";

const START = { name: "Start talking" };

/** All that the page asks for by itself is answered: what fails next is the start. */
async function readyToStart() {
  await screen.findByRole("button", START);
  await screen.findByText(/No talks yet/);
}

it("a start that failed is asked for again with the same key, so that it makes one talk", async () => {
  const { backend, user } = await openPage("/");
  await readyToStart();
  backend.failure = { status: 503, code: "rooms_unavailable" };

  await user.click(screen.getByRole("button", START));
  expect(await screen.findByText("No room could be opened. Try again in a moment.")).toBeVisible();
  const failed = lastKey();
  await user.click(screen.getByRole("button", START));
  await screen.findByRole("log");

  expect(lastKey()).toBe(failed);

  function lastKey() {
    return backend.keys.at(-1);
  }
});

it("a start whose key was used already works when one presses again, as the page says", async () => {
  const { backend, user } = await openPage("/");
  await readyToStart();
  backend.failure = { status: 409, code: "idempotency_key_reused" };

  await user.click(screen.getByRole("button", START));
  expect(await screen.findByText("This start was used already. Press start again.")).toBeVisible();
  await user.click(screen.getByRole("button", START));
  await screen.findByRole("log");

  expect(new Set(backend.keys).size).toBe(2);
});

it("another language is another request, with a key of its own", async () => {
  const { backend, user } = await openPage("/");
  await readyToStart();
  backend.failure = { status: 503, code: "rooms_unavailable" };
  await user.click(screen.getByRole("button", START));
  await screen.findByRole("alert");

  await user.selectOptions(screen.getByRole("combobox", { name: "Language of the talk" }), "Português");
  await user.click(screen.getByRole("button", START));
  await screen.findByRole("log");

  expect(backend.starts).toMatchObject([{ language: "pt-BR" }]);
  expect(new Set(backend.keys).size).toBe(2);
});

it("a start does not wait for the list of talks", async () => {
  const { user } = await openPage("/");
  await readyToStart();
  server.use(http.get("/api/sessions", () => new Promise<Response>(() => undefined)));

  await user.click(screen.getByRole("button", START));

  expect(await screen.findByRole("log")).toBeVisible();
});

it("a start that failed switches the microphone off again", async () => {
  const { backend, microphones, user } = await openPage("/");
  await readyToStart();
  backend.failure = { status: 503, code: "rooms_unavailable" };

  await user.click(screen.getByRole("button", START));
  await screen.findByRole("alert");

  expect(microphones.opened.map((track) => track.readyState)).toEqual(["ended"]);
});

it("asks for the microphone only on request, and then lets one choose", async () => {
  const world = aWorld();
  world.microphones.devices = [{ deviceId: "d2", kind: "audioinput", label: "Desk microphone" }];
  const { microphones, user } = await openPage("/", world);
  const test = await screen.findByRole("button", { name: "Test the microphone" });
  expect(microphones.asked).toEqual([]);

  await user.click(test);
  await screen.findByRole("option", { name: "Desk microphone" });
  await user.selectOptions(screen.getByRole("combobox", { name: "Microphone" }), "Desk microphone");
  await user.click(screen.getByRole("button", START));
  await screen.findByRole("log");

  expect(microphones.asked.at(-1)).toMatchObject({ audio: { deviceId: { ideal: "d2" }, echoCancellation: true } });
});

it("a refused microphone is explained in the test and in the room, and typing stays", async () => {
  const world = aWorld();
  world.microphones.refusal = "NotAllowedError";
  const { microphones, user } = await openPage("/", world);

  await user.click(await screen.findByRole("button", { name: "Test the microphone" }));
  expect(await screen.findByRole("alert")).toHaveTextContent(/blocked/);

  await user.click(screen.getByRole("button", START));
  await screen.findByRole("log");
  expect(await screen.findByText(/blocked/)).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Message" })).toBeEnabled();

  microphones.refusal = null;
  await user.click(screen.getByRole("button", { name: "Use the microphone" }));
  await waitFor(() => { expect(screen.queryByText(/blocked/)).not.toBeInTheDocument(); });
});

describe("whether a talk is recorded", () => {
  it("is the person's choice: it is, until it is switched off", async () => {
    const { backend, user } = await openPage("/");
    const record = await screen.findByRole("switch", { name: "Record this talk" });
    expect(record).toBeChecked();

    await user.click(record);
    await user.click(screen.getByRole("button", START));

    expect(await screen.findByText("Not recorded")).toBeVisible();
    expect(backend.starts).toMatchObject([{ record: false }]);
  });

  it("is remembered for the next talk", async () => {
    const { user, view } = await openPage("/");
    await user.click(await screen.findByRole("switch", { name: "Record this talk" }));
    view.unmount();

    await openPage("/");

    expect(await screen.findByRole("switch", { name: "Record this talk" })).not.toBeChecked();
  });

  it("is said in the room", async () => {
    const { user } = await openPage("/");

    await user.click(await screen.findByRole("button", START));

    expect(await screen.findByText("Recorded")).toBeVisible();
  });

  it("is part of the request: another choice has a key of its own", async () => {
    const { backend, user } = await openPage("/");
    await readyToStart();
    backend.failure = { status: 503, code: "rooms_unavailable" };
    await user.click(screen.getByRole("button", START));
    await screen.findByRole("alert");

    await user.click(screen.getByRole("switch", { name: "Record this talk" }));
    await user.click(screen.getByRole("button", START));
    await screen.findByRole("log");

    expect(new Set(backend.keys).size).toBe(2);
  });
});
