import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CommandError } from '../errors.js';
import type { PageFile } from './page-files.js';

/** Sent with every file: isolation gives the page threads, and no other site shows it in a frame. */
const HEADERS: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
};

export interface StartServerOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
}

export interface RunningServer {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves some files and nothing else. */
export async function startServer(
  files: ReadonlyMap<string, PageFile>,
  { host, port }: StartServerOptions,
): Promise<RunningServer> {
  const server = createServer((request, response) => answer(files, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(refusal(error, host, port)));
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    address: `http://${name}:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  files: ReadonlyMap<string, PageFile>,
  { method = 'GET', url = '/' }: IncomingMessage,
  response: ServerResponse,
): void {
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const file = files.get(url.split('?', 1)[0]);
  if (file === undefined) {
    response.writeHead(404, { ...HEADERS, 'Content-Type': 'text/plain' }).end('not found\n');
    return;
  }
  const { type, content } = file;
  const length = Buffer.byteLength(content);
  response.writeHead(200, { ...HEADERS, 'Content-Type': type, 'Content-Length': length });
  response.end(method === 'HEAD' ? undefined : content);
}

function refusal(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new CommandError(`port ${port} is taken; give another --port, or leave it out`);
  }
  if (error.code === 'EACCES') {
    return new CommandError(`port ${port} is not allowed; give a --port from 1024 on`);
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new CommandError(`--host ${host} is no address of this machine; leave it out`);
  }
  return error;
}
