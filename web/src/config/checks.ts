/** zod, told not to compile its checks with `new Function`, which the content security policy refuses. */
import * as z from "zod/mini";

z.config({ jitless: true });

export { z };
