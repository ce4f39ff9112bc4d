// @vitest-environment node
import { expect, it } from "vitest";

import { aCostLine, aUsage } from "@/testing/examples";

import { costRowsOf } from "./cost-rows";
import { inDollars } from "@/i18n/in-dollars";

it("each part stands once, with who did it and what it would cost on AWS", () => {
  const usage = aUsage({
    cost: [aCostLine({ part: "voice", provider: "local", usd_micros: 0 }), aCostLine({ part: "ears", usd_micros: 24_000 })],
    on_aws: [aCostLine({ part: "voice", usd_micros: 16_000 }), aCostLine({ part: "ears", usd_micros: 24_000 })],
  });

  expect(costRowsOf(usage)).toEqual([
    { part: "ears", who: "aws", usdMicros: 24_000, onAwsMicros: 24_000 },
    { part: "voice", who: "local", usdMicros: 0, onAwsMicros: 16_000 },
  ]);
});

it("what judging cost stands behind the talk and before its recording", () => {
  const lines = (["storage", "judge", "voice"] as const).map((part) => aCostLine({ part, usd_micros: 100 }));

  expect(costRowsOf(aUsage({ cost: lines, on_aws: lines })).map(({ part }) => part)).toEqual(["voice", "judge", "storage"]);
});

it("two models of a part are one row, and a price that is unknown makes it unknown", () => {
  const lines = [
    aCostLine({ part: "voice", model: "neural", usd_micros: 16_000 }),
    aCostLine({ part: "voice", provider: "elevenlabs", usd_micros: null }),
  ];

  const [voice] = costRowsOf(aUsage({ cost: lines, on_aws: [] }));

  expect([voice?.who, voice?.usdMicros]).toEqual(["aws neural, elevenlabs", null]);
});

it("cents of a talk are told to their hundredth, dollars to the cent, nothing as nothing", () => {
  expect([52_540, 1_250_000, 0].map((micros) => inDollars(micros, "en"))).toEqual(["$0.0525", "$1.25", "$0.00"]);
});
