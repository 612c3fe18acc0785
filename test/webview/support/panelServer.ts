import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { panelContentSecurityPolicy, panelHtml } from '../../../src/protocol/panelHtml';
import type { PanelFiles } from './buildPanel';

export interface PanelServer {
  readonly origin: string;
  /** Paths asked for since the start. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

export interface ServerOptions {
  readonly files: PanelFiles;
  /** A stricter policy than the panel's own, to see what happens then. */
  readonly changePolicy?: (policy: string) => string;
}

const nonce = 'dGVzdC1ub25jZS1vZi10ZXN0cw';

/** Serves the panel's page on 127.0.0.1, its policy in the page and as a header. */
export async function servePanel({
  files,
  changePolicy = (policy) => policy,
}: ServerOptions): Promise<PanelServer> {
  const requests: string[] = [];
  let origin = '';
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push(path);
    const policy = changePolicy(panelContentSecurityPolicy({ cspSource: origin, nonce }));
    const page = panelHtml({
      cspSource: origin,
      nonce,
      scriptUri: `${origin}/simulator.js`,
      styleUri: `${origin}/simulator.css`,
      title: 'one_click_checkout.experiment.yaml',
    });
    const known: Readonly<Record<string, readonly [string, string]>> = {
      '/': ['text/html', page],
      '/simulator.js': ['text/javascript', files.script],
      '/simulator.css': ['text/css', files.style],
      '/worker.js': ['text/javascript', files.worker],
    };
    const [type, body] = known[path] ?? ['text/plain', ''];
    const status = path in known ? 200 : path === '/favicon.ico' ? 204 : 404;
    response.writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': policy,
      'cache-control': 'no-store',
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}
