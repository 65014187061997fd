import http from 'node:http';

// Of one connection only (RFC 9110, section 7.6.1).
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * Hands a request on to the backend and its answer back, both as streams: server-sent events arrive one by one. While the
 * backend is away it answers 502, in the form of Prometheus's API.
 *
 * @param {URL} target - The backend's address; its origin only is used.
 * @param {string} path - At the backend.
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 */
export function forward(target, path, request, response) {
  const upstream = http.request(target, { method: request.method, path, headers: endToEnd(request.headers) });
  upstream.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
    response.flushHeaders();
    answer.pipe(response);
    // The backend died in the middle of its answer: the page must not take what it has for the whole.
    answer.on('error', () => response.destroy());
  });
  upstream.on('error', (error) => {
    if (response.headersSent) response.destroy();
    else refuse(response, `The monitoring backend does not answer (${error.message}). It is being restarted.`);
  });
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
}

/**
 * @param {http.ServerResponse} response
 * @param {string} message
 */
function refuse(response, message) {
  response.writeHead(502, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ status: 'error', errorType: 'unavailable', error: message }));
}

/**
 * @param {http.IncomingHttpHeaders} headers
 * @returns {http.OutgoingHttpHeaders} those that are meant for the other end.
 */
function endToEnd(headers) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name)));
}
