// CloudFront runs this before each request of the page. An address of the page itself, as /sessions/42, is served by
// index.html; the build's files lie in /assets/ or at the top. An id may hold a dot, so a dot alone makes no file.
function handler(event) {
  const request = event.request;
  const isFile = request.uri.startsWith('/assets/') || /^\/[^/]+\.[^/]+$/.test(request.uri);
  if (!isFile) {
    request.uri = '/index.html';
  }
  return request;
}
