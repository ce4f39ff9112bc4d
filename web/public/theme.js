// Runs before the first paint so that a chosen theme never flashes; a file, because the
// content security policy forbids inline scripts. The key is the one in src/theme/theme.ts.
(function () {
  try {
    var chosen = localStorage.getItem("echosphere.theme");
    if (chosen === "light" || chosen === "dark") {
      document.documentElement.dataset.theme = chosen;
    }
  } catch (blocked) {
    // Storage is blocked: the system's theme stands.
  }
})();
