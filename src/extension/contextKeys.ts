/** Every context key that `when` clauses ask for, once. */
export const contextKeys = {
  /** What the reading of flags is at: `idle`, `reading`, `ready`, `cancelled`, `failed`. */
  state: 'flaglab.state',
  /** Whether the Flags view shows some flags only: `on`, `off`. */
  filter: 'flaglab.filter',
} as const;

export type ContextKey = (typeof contextKeys)[keyof typeof contextKeys];
