import type { Diagnostic } from '../../model/diagnostic';

/** Something a definition file's own SDK would refuse or take otherwise than it reads: a warning with its place. */
export function problem(
  code: string,
  message: string,
  { span }: { readonly span: Diagnostic['span'] },
): Diagnostic {
  return { code, severity: 'warning', message, span };
}

/** Keys that stand in one file (and environment) twice: only one of the two can count. */
export function repeatedKeys(
  places: readonly { readonly key: string; readonly keySpan: Diagnostic['span'] }[],
): readonly Diagnostic[] {
  const seen = new Set<string>();
  return places.flatMap(({ key, keySpan }) => {
    const isRepeated = seen.has(key);
    seen.add(key);
    if (!isRepeated) return [];
    const message = `Flag "${key}" is defined twice in this file: only the last one counts.`;
    return [problem('flag-defined-twice', message, { span: keySpan })];
  });
}
