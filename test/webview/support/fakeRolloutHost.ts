import type { Page } from 'playwright-core';
import { checkRolloutFile } from '../../../src/core/rollout/assess/checkRolloutFile';
import { writeHandle } from '../../../src/core/rollout/edit/writeHandle';
import { readRollouts, rolloutFormats } from '../../../src/core/rollout/read/registry';
import type { KnownMetrics } from '../../../src/core/rollout/release/baselines';
import { applyTextEdits } from '../../../src/core/syntax/applyTextEdits';
import type { HostToRolloutPanel, RolloutPanelToHost } from '../../../src/protocol/rolloutPanel';

/** The other end of the protocol: a text document with the panel's own undo, as the extension has one. */
export class FakeRolloutHost {
  readonly received: RolloutPanelToHost[] = [];
  readonly #past: string[] = [];
  readonly #future: string[] = [];
  #version = 1;
  editable = true;
  known: KnownMetrics = {};

  constructor(
    private readonly page: Page,
    public text: string,
    public workerUri: string,
  ) {}

  async hear(message: RolloutPanelToHost): Promise<void> {
    this.received.push(message);
    switch (message.kind) {
      case 'ready':
        await this.sendSnapshot();
        break;
      case 'edit': {
        const handle = this.#rollouts()[message.rollout]?.handles.find(
          ({ id }) => id === message.handle,
        );
        const edit = handle === undefined ? null : writeHandle(handle, message.value);
        if (edit !== null) {
          this.#past.push(this.text);
          this.#future.length = 0;
          this.text = applyTextEdits(this.text, [edit]);
        }
        await this.#answer(message.id);
        break;
      }
      case 'undo':
        this.#move(this.#past, this.#future);
        await this.#answer(message.id);
        break;
      case 'redo':
        this.#move(this.#future, this.#past);
        await this.#answer(message.id);
        break;
      default:
    }
  }

  async sendSnapshot(): Promise<void> {
    this.#version += 1;
    const source = { file: 'canary.yaml', text: this.text };
    await this.#send({
      kind: 'snapshot',
      snapshot: {
        fileName: 'canary.yaml',
        documentVersion: this.#version,
        rollouts: this.#rollouts(),
        formatNames: Object.fromEntries(rolloutFormats.map(({ id, name }) => [id, name])),
        diagnostics: checkRolloutFile(source, [], this.known),
        known: this.known,
        editable: this.editable,
        canUndo: this.#past.length > 0,
        canRedo: this.#future.length > 0,
        workerUri: this.workerUri,
      },
    });
  }

  #rollouts() {
    return readRollouts({ file: 'canary.yaml', text: this.text }).rollouts.filter(
      ({ strategy }) => strategy !== null,
    );
  }

  #move(from: string[], to: string[]): void {
    const text = from.pop();
    if (text === undefined) return;
    to.push(this.text);
    this.text = text;
  }

  async #answer(id: number): Promise<void> {
    await this.sendSnapshot();
    await this.#send({ kind: 'edited', id, error: null });
  }

  async #send(message: HostToRolloutPanel): Promise<void> {
    // Through JSON, as between processes: nothing is shared.
    await this.page.evaluate(
      (text) => window.dispatchEvent(new MessageEvent('message', { data: JSON.parse(text) })),
      JSON.stringify(message),
    );
  }
}
