/** As the API has them. */
export const NAME_CHARACTERS = 40;
export const INSTRUCTIONS_CHARACTERS = 2_000;
