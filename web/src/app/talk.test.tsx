import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";

import { GIVE_UP_MS } from "@/features/room/outbox";
import { openPage } from "@/testing/open-page";

const HELLO = { id: "g1", role: "assistant", text: "Hello! How can I help?", final: true } as const;

async function startTalk() {
  const page = await openPage("/");
  await page.user.click(await screen.findByRole("button", { name: "Start talking" }));
  await screen.findByRole("log");
  return page;
}

describe("a talk", () => {
  it("goes from one press of a button into the room of the new session", async () => {
    const { address, backend, wire } = await startTalk();

    expect(address()).toBe("/talk/s1");
    expect(backend.starts).toMatchObject([{ language: "en-US" }]);
    expect(wire.passes).toMatchObject([{ livekit_url: "ws://localhost:7880", token: "a-pass" }]);
    await waitFor(() => { expect(wire.published).toHaveLength(1); });
  });

  it("says that one may speak already, where that is kept, and not to who is muted", async () => {
    const { user, wire } = await startTalk();
    act(() => { wire.tell({ type: "keeping", keeping: true }); });
    expect(screen.getByText("You can speak already: it is answered")).toBeVisible();

    await user.click(screen.getByRole("button", { name: "Mute" }));

    expect(await screen.findByText("You will hear a greeting")).toBeVisible();
  });

  it("says in words what the agent does", async () => {
    const { wire } = await startTalk();

    for (const [agent, words] of [
      ["initializing", "Waiting for EchoSphere…"],
      ["listening", "Listening"],
      ["thinking", "Thinking…"],
      ["speaking", "Speaking"],
    ] as const) {
      act(() => { wire.tell({ type: "agent", agent }); });
      expect(screen.getByText(words)).toBeVisible();
    }
  });

  it("says so when its agent is lost, and calls it back by asking for another pass", async () => {
    const { backend, wire } = await startTalk();
    act(() => { wire.tell({ type: "agent", agent: "listening" }); });

    act(() => { wire.tell({ type: "agent", agent: "absent" }); });

    expect(screen.getByText("EchoSphere does not answer any more")).toBeVisible();
    await waitFor(() => { expect(backend.joins).toEqual(["s1"]); });
    act(() => { wire.tell({ type: "agent", agent: "listening" }); });
    expect(screen.getByText("Listening")).toBeVisible();
  });

  it("says who hears, thinks and speaks, and what they cannot do", async () => {
    const { wire, user } = await startTalk();
    expect(screen.queryByText("Who hears, thinks and speaks here")).not.toBeInTheDocument();

    act(() => {
      wire.tell({ type: "serving", part: "ears", by: "none" });
      wire.tell({ type: "serving", part: "brain", by: "acme llama-3" });
      wire.tell({ type: "serving", part: "voice", by: "deepgram aura-2-thalia-en" });
    });
    await user.click(screen.getByText("Who hears, thinks and speaks here"));

    const named = (part: string) => document.querySelector(`[data-part="${part}"]`);
    expect(named("ears")).toHaveTextContent("HearsNobodySpeech in this language is not understood here. Please type.");
    expect(named("brain")).toHaveTextContent("Thinksacme llama-3");
    expect(named("voice")).toHaveTextContent("SpeaksDeepgram aura-2-thalia-en");
  });

  it("says so when another takes over", async () => {
    const { wire } = await startTalk();
    const by = (part: string) => document.querySelector(`[data-part="${part}"]`)?.getAttribute("data-provider");
    act(() => {
      for (const part of ["ears", "brain", "voice"] as const) {
        wire.tell({ type: "serving", part, by: "deepgram" });
      }
    });
    expect(by("voice")).toBe("deepgram");

    act(() => { wire.tell({ type: "serving", part: "voice", by: "aws neural" }); });

    expect(by("voice")).toBe("aws");
  });

  it("shows what is heard while it grows, and who said it", async () => {
    vi.spyOn(Date, "now").mockReturnValue(Date.now());
    const { wire } = await startTalk();

    act(() => { wire.tell({ type: "segment", segment: { ...HELLO, text: "Hel", final: false } }); });
    const line = within(screen.getByRole("log")).getByText("Hel").closest("[data-message-role]");
    expect(line).toHaveAttribute("data-final", "false");

    act(() => { wire.tell({ type: "segment", segment: HELLO }); });
    expect(line).toHaveTextContent("EchoSphere · 0:00Hello! How can I help?");
    expect(line).toHaveAttribute("data-final", "true");
  });

  it("does not have words read aloud in a language that their letters contradict", async () => {
    const { wire } = await startTalk();

    act(() => {
      wire.tell({ type: "segment", segment: HELLO });
      wire.tell({ type: "segment", segment: { ...HELLO, id: "g2", text: "こんにちは。" } });
    });

    expect(screen.getByText(HELLO.text)).toHaveAttribute("lang", "en-US");
    expect(screen.getByText("こんにちは。")).toHaveAttribute("lang", "");
  });

  it("sends what is typed with Enter and shows it at once", async () => {
    const { wire, user } = await startTalk();
    act(() => { wire.tell({ type: "agent", agent: "listening" }); });

    await user.type(screen.getByRole("textbox", { name: "Message" }), "What time is it?{Enter}");

    expect(wire.said).toEqual(["What time is it?"]);
    expect(within(screen.getByRole("log")).getByText("What time is it?")).toBeVisible();
    expect(screen.getByRole("textbox", { name: "Message" })).toHaveValue("");
  });

  it("says which typed line is still to be sent, and which was not", async () => {
    const { wire, user } = await startTalk();
    await user.type(screen.getByRole("textbox", { name: "Message" }), "Hello?{Enter}");
    expect(screen.getByText(/sent as soon as EchoSphere listens/)).toBeVisible();

    wire.losesAll = true;
    act(() => { wire.tell({ type: "agent", agent: "listening" }); });
    vi.spyOn(Date, "now").mockReturnValue(Date.now() + GIVE_UP_MS);
    expect(await screen.findByRole("alert", {}, { timeout: 5_000 })).toHaveTextContent("not sent");
    vi.mocked(Date.now).mockRestore();
    wire.losesAll = false;
    await user.click(screen.getByRole("button", { name: "Send again" }));

    expect(wire.said).toEqual(["Hello?"]);
    expect(screen.queryByText(/not sent/)).not.toBeInTheDocument();
  });

  it("counts the characters of a message that nears its limit, and takes no more", async () => {
    const { user } = await startTalk();
    const message = screen.getByRole("textbox", { name: "Message" });
    await user.click(message);

    await user.paste("x".repeat(1_800));
    expect(screen.queryByText(/characters/)).not.toBeInTheDocument();

    await user.paste("x".repeat(300));
    expect(message).toHaveValue("x".repeat(2_000));
    expect(screen.getByText("2000 of 2000 characters")).toBeVisible();
  });

  it("ends for everybody on hanging up, and goes on to where it can be read", async () => {
    const { address, backend, microphones, user, wire } = await startTalk();

    await user.click(screen.getByRole("button", { name: "Hang up" }));

    await screen.findByText("You hung up.");
    expect(address()).toBe("/sessions/s1");
    expect(backend.sessions[0]?.status).toBe("ended");
    expect(wire.isOpen).toBe(false);
    expect(microphones.opened.map((track) => track.readyState)).toEqual(["ended"]);
  });

  it("can be left although the API does not answer", async () => {
    const { address, backend, user, wire } = await startTalk();
    backend.failure = { status: 503, code: "store_unavailable" };

    await user.click(screen.getByRole("button", { name: "Hang up" }));

    await waitFor(() => { expect(address()).toBe("/sessions/s1"); });
    expect(wire.isOpen).toBe(false);
  });

  it("is left with its page", async () => {
    const { user, wire } = await startTalk();

    await user.click(screen.getByRole("link", { name: "History" }));

    await waitFor(() => { expect(wire.isOpen).toBe(false); });
  });
});

describe("a sign-in that ends in the middle of a talk", () => {
  it("leaves the talk going on, and asks to sign in again", async () => {
    const { microphones, signIn, user, wire } = await startTalk();

    await act(() => signIn.forget());

    expect(screen.getByRole("alert")).toHaveTextContent("You can finish this talk");
    expect(screen.getByRole("button", { name: "Hang up" })).toBeVisible();
    expect([wire.isOpen, microphones.opened[0]?.readyState]).toEqual([true, "live"]);

    await user.click(screen.getByRole("button", { name: "Sign in again" }));
    expect(signIn.begun).toHaveLength(1);
  });

  it("shows the sign-in page once one hangs up, with the microphone off", async () => {
    const { microphones, signIn, user, wire } = await startTalk();
    await act(() => signIn.forget());

    await user.click(screen.getByRole("button", { name: "Hang up" }));

    expect(await screen.findByRole("button", { name: "Sign in" })).toBeVisible();
    expect([wire.isOpen, microphones.opened[0]?.readyState]).toEqual([false, "ended"]);
  });

  it("ends the talk as well when one signs out", async () => {
    const { microphones, user, wire } = await startTalk();

    await user.click(screen.getByRole("button", { name: "Sign out" }));

    expect(await screen.findByRole("button", { name: "Sign in" })).toBeVisible();
    expect([wire.isOpen, microphones.opened[0]?.readyState]).toEqual([false, "ended"]);
  });
});

describe("a talk whose connection is over", () => {
  it("offers the way back when it was lost", async () => {
    const { user, wire } = await startTalk();
    act(() => { wire.tell({ type: "disconnected", ending: "lost" }); });

    await user.click(await screen.findByRole("button", { name: "Come back in" }));

    await waitFor(() => { expect(wire.passes).toHaveLength(2); });
  });

  it.each(["lost", "room_closed"] as const)("has nothing left to press that does nothing (%s), and leads the keyboard on", async (ending) => {
    const { user, wire } = await startTalk();
    act(() => { wire.tell({ type: "sound", sound: "blocked" }); });
    await user.click(screen.getByRole("textbox", { name: "Message" }));

    act(() => { wire.tell({ type: "disconnected", ending }); });

    await waitFor(() => { expect(screen.getByRole("alert")).toHaveFocus(); });
    expect(screen.queryByRole("button", { name: /^(Mute|Unmute|Hang up|Play the sound)$/ })).not.toBeInTheDocument();
    expect(screen.queryByRole("textbox", { name: "Message" })).toBeDisabled();
    expect(screen.queryByText("Recorded")).not.toBeInTheDocument();
    expect(screen.getByText("Was recorded")).toBeVisible();
    await user.tab();
    expect(document.activeElement).toHaveTextContent(ending === "lost" ? "Come back in" : "Read the talk");
  });

  it("says why when it failed, and offers a new one", async () => {
    const { address, backend, user, wire } = await startTalk();
    Object.assign(backend.sessions[0] ?? {}, { status: "failed", failure_reason: "agent_error" });

    act(() => { wire.tell({ type: "disconnected", ending: "room_closed" }); });

    expect(await screen.findByText("EchoSphere had a problem and could not go on.")).toBeVisible();
    expect(screen.queryByText("This talk has ended.")).not.toBeInTheDocument();
    await user.click(screen.getByRole("link", { name: "Start a new talk" }));
    await screen.findByRole("heading", { name: "Start a talk" });
    expect(address()).toBe("/");
  });

  it("has ended when nobody can be asked why", async () => {
    const { backend, wire } = await startTalk();
    backend.failure = { status: 503, code: "store_unavailable" };

    act(() => { wire.tell({ type: "disconnected", ending: "room_closed" }); });

    expect(await screen.findByText("This talk has ended.")).toBeVisible();
  });

  it("offers only the record when the room was closed", async () => {
    const { wire } = await startTalk();

    act(() => { wire.tell({ type: "disconnected", ending: "room_closed" }); });

    expect(await screen.findByRole("link", { name: "Read the talk" })).toBeVisible();
    expect(screen.queryByRole("button", { name: "Come back in" })).not.toBeInTheDocument();
  });
});
