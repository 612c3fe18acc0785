import dgram from 'node:dgram';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';
import { expectEqual } from '../support/expectEqual';
import { recordCalls, recordedCalls } from '../support/networkCalls';

// As in noNetwork.test.ts, which has the last word on what was recorded.
recordCalls(net.Socket.prototype, 'connect');
recordCalls(dgram, 'createSocket');
recordCalls(dgram.Socket.prototype, 'send');
for (const module of [http, https]) {
  recordCalls(module, 'request');
  recordCalls(module, 'get');
}
for (const module of [net, tls]) recordCalls(module, 'connect');

describe('sockets', () => {
  it('are watched: a call is noticed', async () => {
    const before = recordedCalls().length;
    const socket = new net.Socket();
    await new Promise<void>((resolve) => {
      socket.on('error', () => undefined).on('close', () => resolve());
      socket.connect(9, '127.0.0.1');
    });
    expectEqual(recordedCalls().slice(before), ['connect']);
  });
});
