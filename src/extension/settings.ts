/** How serious a message is that can be switched off. */
export type MessageLevel = 'warning' | 'information' | 'off';

/** Every setting with its type and its default, once. A test holds `package.json` to it. */
export const settings = {
  codeLensEnabled: { key: 'flaglab.codeLens.enabled', default: true as boolean },
  codeLensCounts: { key: 'flaglab.codeLens.counts', default: false as boolean },
  undefinedFlags: {
    key: 'flaglab.diagnostics.undefinedFlags',
    default: 'information' as MessageLevel,
  },
  stale: { key: 'flaglab.diagnostics.staleFlags', default: true as boolean },
  differences: { key: 'flaglab.diagnostics.differences', default: true as boolean },
} as const;

export interface Setting<Value> {
  readonly key: string;
  readonly default: Value;
}
