import {createApp} from '@social-learning/server';
import {createDemo} from '@social-learning/server/demo';
import {nativeStore, serve} from '@social-learning/server/node';

// The real server, without a limit for each person, since a few persons stand for all.
const [port = '', connectionString = ''] = process.argv.slice(2);
const publicUrl = `http://127.0.0.1:${port}`;
const store = await nativeStore({connectionString});
const app = await createApp({store, publicUrl, openLoopback: true, rateLimit: null, streams: {perPerson: 1_000}});
const demo = await createDemo(store, publicUrl);
await serve(app, {port: Number(port), beside: demo});

process.on('message', () => process.send!(process.cpuUsage()));
process.send!('listening');
