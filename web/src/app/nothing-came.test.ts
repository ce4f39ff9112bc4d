import { expect, it } from "vitest";

import { tellThatNothingCame } from "./nothing-came";

it.each([
  ["en", /could not be loaded/, "Reload"],
  ["ja", /読み込めませんでした/, "再読み込み"],
  ["pt", /Não foi possível/, "Recarregar"],
] as const)("a page whose words did not come says so, and can be loaded anew (%s)", (language, title, reload) => {
  const place = document.createElement("div");

  tellThatNothingCame(place, language);

  expect(place.querySelector("h1")).toHaveTextContent(title);
  expect(place.querySelector("button")).toHaveTextContent(reload);
  expect(place.querySelector("[role=alert]")).not.toBeNull();
});
