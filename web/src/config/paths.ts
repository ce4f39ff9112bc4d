/** The only place that spells the page's own URLs. */
export const PATHS = {
  home: "/",
  callback: "/callback",
  talk: "/talk/$id",
  sessions: "/sessions",
  session: "/sessions/$id",
  dashboard: "/dashboard",
  personas: "/personas",
  settings: "/settings",
  shared: "/shared/$secret",
  join: "/join/$secret",
} as const;
