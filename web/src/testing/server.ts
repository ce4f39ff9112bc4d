import { setupServer } from "msw/node";

/** No test reaches a network: what no handler answers fails the test. */
export const server = setupServer();
