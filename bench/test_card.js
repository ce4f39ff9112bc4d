// Runs before the page, after its microphone: gives it a camera that shows a test card, fifteen pictures a second.
(() => {
  const WIDTH = 1280;
  const HEIGHT = 720;
  const EVERY_MS = 1000 / 15;
  const card = document.createElement("canvas");
  Object.assign(card, { width: WIDTH, height: HEIGHT });
  const paint = card.getContext("2d");
  let shown = 0;
  setInterval(() => {
    paint.fillStyle = `hsl(${(shown += 1) % 360}, 70%, 50%)`;
    paint.fillRect(0, 0, WIDTH, HEIGHT);
    paint.fillStyle = "white";
    paint.fillRect((shown * 8) % WIDTH, HEIGHT / 3, HEIGHT / 3, HEIGHT / 3);
  }, EVERY_MS);

  const camera = card.captureStream(15);
  const microphone = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wanted) => (wanted?.video ? camera.clone() : microphone(wanted));
})();
