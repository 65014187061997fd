// A stand-in for the backend: serves `ok` on the port given, says who asked, and dies when told to.
import http from 'node:http';

const server = http.createServer((request, response) => {
  if (request.url === '/die') process.exit(3);
  if (request.url === '/events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: first\n\n');
    return;
  }
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => response.end(JSON.stringify({ method: request.method, url: request.url, body })));
});
server.listen(Number(process.argv[2]), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
