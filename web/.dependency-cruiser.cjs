/** Imports go one way: shared -> features -> app, and features do not know each other. */
const shared = "^src/(api|components|config|devices|i18n|styles|theme)/";

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "features-do-not-know-each-other",
      severity: "error",
      from: { path: "^src/features/([^/]+)/" },
      to: { path: "^src/features/", pathNot: "^src/features/$1/" },
    },
    {
      name: "features-do-not-know-the-app",
      severity: "error",
      from: { path: "^src/features/" },
      to: { path: "^src/app/" },
    },
    {
      name: "shared-parts-know-neither-features-nor-the-app",
      severity: "error",
      from: { path: shared },
      to: { path: "^src/(app|features)/" },
    },
    {
      name: "only-the-wire-knows-livekit",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/features/room/wire/livekit-[^/]+$" },
      to: { path: "node_modules/livekit-client" },
    },
    {
      name: "only-the-engine-knows-hls",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/features/playback/engine/hls-engine\\.ts$" },
      to: { path: "node_modules/hls\\.js" },
    },
    {
      name: "only-the-sign-in-knows-oidc",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/features/sign-in/cognito-sign-in\\.ts$" },
      to: { path: "node_modules/oidc-client-ts" },
    },
    {
      name: "the-page-does-not-ship-its-tests",
      severity: "error",
      from: { path: "^src/", pathNot: "(\\.test\\.tsx?$|^src/testing/)" },
      to: { path: "(\\.test\\.tsx?$|^src/testing/)" },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, pathNot: "\\.d\\.ts$" },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types"] },
  },
};
