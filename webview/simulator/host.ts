import type { HostToPanel, PanelToHost } from '../../src/protocol/panel';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The panel's way to the outside. */
export interface Host<ToHost = PanelToHost, FromHost = HostToPanel> {
  readonly post: (message: ToHost) => void;
  /** What `keep` got last, also after the panel was hidden and drawn anew; undefined at first. */
  readonly kept: () => unknown;
  readonly keep: (state: unknown) => void;
  readonly listen: (onMessage: (message: FromHost) => void) => void;
}

/** Connects to VS Code. Once: VS Code hands its API out a single time. */
export function connectHost<ToHost = PanelToHost, FromHost = HostToPanel>(): Host<
  ToHost,
  FromHost
> {
  const api = acquireVsCodeApi();
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- not a window's: VS Code's has no origin
    post: (message) => api.postMessage(message),
    kept: () => api.getState(),
    keep: (state) => api.setState(state),
    listen: (onMessage) =>
      window.addEventListener('message', (event: MessageEvent<FromHost>) => {
        if (typeof event.data === 'object' && event.data !== null && 'kind' in event.data) {
          onMessage(event.data);
        }
      }),
  };
}
