import type { HostToPanel, PanelToHost } from '../../src/protocol/panel';

interface VsCodeApi {
  postMessage(message: PanelToHost): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The panel's way to the outside. */
export interface Host {
  readonly post: (message: PanelToHost) => void;
  /** What `keep` got last, also after the panel was hidden and drawn anew; undefined at first. */
  readonly kept: () => unknown;
  readonly keep: (state: unknown) => void;
  readonly listen: (onMessage: (message: HostToPanel) => void) => void;
}

/** Connects to VS Code. Once: VS Code hands its API out a single time. */
export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- not a window's: VS Code's has no origin
    post: (message) => api.postMessage(message),
    kept: () => api.getState(),
    keep: (state) => api.setState(state),
    listen: (onMessage) =>
      window.addEventListener('message', (event: MessageEvent<HostToPanel>) => {
        if (typeof event.data === 'object' && event.data !== null && 'kind' in event.data) {
          onMessage(event.data);
        }
      }),
  };
}
