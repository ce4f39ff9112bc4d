/** Pages that load when they are first needed. The room's is fetched ahead, while one still reads the start. */
import { orUnreached } from "./unreached";

export const loadEnterAsGuest = () => orUnreached(import("./enter-as-guest"));
export const loadEnterTalk = () => orUnreached(import("./enter-talk"));
/** What a room does, without how it looks. */
export const loadRoom = () => orUnreached(import("@/features/room/live-room"));
export const loadTalk = () => orUnreached(import("./talk"));
export const loadSessions = () => orUnreached(import("./sessions"));
export const loadDashboard = () => orUnreached(import("./dashboard"));
export const loadPersonas = () => orUnreached(import("./personas"));
export const loadSettings = () => orUnreached(import("./settings"));
export const loadSession = () => orUnreached(import("./session"));
export const loadJoin = () => orUnreached(import("./join"));
export const loadShared = () => orUnreached(import("./shared"));
