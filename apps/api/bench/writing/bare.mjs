import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

// What any server costs: each frame to everybody else, with nothing read, judged or stored.
const http = createServer((_request, response) => response.end('{}'));
const sockets = new Set();
new WebSocketServer({ server: http, perMessageDeflate: false }).on('connection', (socket) => {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
  socket.on('message', (data) => {
    for (const other of sockets) if (other !== socket) other.send(data);
  });
});
http.listen(Number(process.env.PORT), '127.0.0.1');
