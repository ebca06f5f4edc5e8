import {connect} from 'node:net';

// Many pages that listen: they note how long each post was on its way, by the time that stands in it.
const [count = '', port = '', path = ''] = process.argv.slice(2);
const mark = Buffer.from('@@');
let latencies: number[] = [];
let open = 0;

for (let index = 0; index < Number(count); index++) {
  const socket = connect(Number(port), '127.0.0.1', () => {
    socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: text/event-stream\r\n\r\n`);
  });
  let first = true;
  socket.on('data', chunk => {
    if (first) {
      first = false;
      if (++open === Number(count)) process.send!('listening');
    }
    const now = Date.now();
    for (let at = chunk.indexOf(mark); at >= 0; at = chunk.indexOf(mark, at + 2)) {
      const sent = Number(chunk.subarray(at + 2, at + 15).toString('latin1'));
      if (sent > 0) latencies.push(now - sent);
    }
  });
}

process.on('message', () => {
  process.send!(latencies);
  latencies = [];
});
