/** Pages that load when they are first needed. The room's is fetched ahead, while one still reads the start. */

export const loadTalk = () => import("./talk");
export const loadSessions = () => import("./sessions");
export const loadPersonas = () => import("./personas");
export const loadSession = () => import("./session");
export const loadShared = () => import("./shared");
