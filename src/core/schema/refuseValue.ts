import type * as z from './zod';

/** What a rule that spans several values, or that no ready-made check covers, has to say. */
export interface RuleFinding {
  /** Stable code without the kind of file: `value-range` becomes `plan-value-range`. */
  readonly code: string;
  /** From the value that is checked to the one that is wrong. */
  readonly path: (string | number)[];
  /** The key is wrong, not its value. */
  readonly atKey?: true;
  readonly message: string;
}

/** Adds a rule's finding to what the schema library has found. */
export function refuseValue(payload: z.core.ParsePayload, finding: RuleFinding): void {
  const { code, path, message, atKey } = finding;
  payload.issues.push({
    code: 'custom',
    path,
    message,
    params: { code, atKey },
    input: payload.value,
    continue: true,
  });
}
