/** Every context key that `when` clauses ask for, once. */
export const contextKeys = {
  /** An index is being built. */
  indexing: 'flaglab.indexing',
  /** The index has been built, or its building was cancelled: what is known is what there is. */
  indexed: 'flaglab.indexed',
} as const;

export type ContextKey = (typeof contextKeys)[keyof typeof contextKeys];
