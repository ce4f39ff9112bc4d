/** How long a link may open the talk, in hours; the API takes 30 days at the most. */
export const LIFETIMES = { day: 24, week: 7 * 24, month: 30 * 24 } as const;
export type Lifetime = keyof typeof LIFETIMES;

export const LIFETIME_NAMES = ["day", "week", "month"] as const satisfies readonly Lifetime[];
