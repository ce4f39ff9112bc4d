// @vitest-environment node
import { expect, it } from "vitest";

import { FakeTrack } from "@/testing/fake-audio";

import { SentMicrophone, type Outgoing } from "./sent-microphone";

/** A track that notes which microphone it carries. */
class NotedTrack implements Outgoing {
  muted = false;

  constructor(
    public microphone: MediaStreamTrack,
    readonly publish: () => Promise<unknown>,
  ) {}

  mute(): Promise<void> {
    this.muted = true;
    return Promise.resolve();
  }

  unmute(): Promise<void> {
    this.muted = false;
    return Promise.resolve();
  }

  replaceTrack(microphone: MediaStreamTrack): Promise<void> {
    this.microphone = microphone;
    return Promise.resolve();
  }
}

const HEARD = { muted: false };

function sending() {
  const published: NotedTrack[] = [];
  const answer = Promise.withResolvers<null>();
  const sent = new SentMicrophone((microphone) => {
    const track = new NotedTrack(microphone, () => answer.promise);
    published.push(track);
    return track;
  });
  return { sent, published, answer };
}

it("a microphone that is replaced while it is still being published is published once", async () => {
  const { sent, published, answer } = sending();
  const [first, second] = [new FakeTrack(), new FakeTrack()];

  const both = Promise.all([sent.send(first, HEARD), sent.send(second, HEARD)]);
  answer.resolve(null);
  await both;

  expect(published.map(({ microphone }) => microphone)).toEqual([second]);
});

it("after one that could not be published the next is published", async () => {
  let refuses = true;
  const sent = new SentMicrophone(
    (microphone) => new NotedTrack(microphone, () => (refuses ? Promise.reject(new Error("refused")) : Promise.resolve())),
  );
  await expect(sent.send(new FakeTrack(), HEARD)).rejects.toThrow("refused");

  refuses = false;

  await expect(sent.send(new FakeTrack(), HEARD)).resolves.toBeUndefined();
});

it("who mutes while the room is still connecting is muted at once", async () => {
  const { sent, published, answer } = sending();
  const out = sent.send(new FakeTrack(), HEARD);

  await sent.setMuted(true);
  expect(published[0]?.muted).toBe(true);

  answer.resolve(null);
  await out;
  expect(published[0]?.muted).toBe(true);
});

it("another microphone of who is muted is muted", async () => {
  const { sent, published, answer } = sending();
  answer.resolve(null);
  await sent.send(new FakeTrack(), { muted: true });

  await sent.send(new FakeTrack(), { muted: true });

  expect(published.map(({ muted }) => muted)).toEqual([true]);
});
