/** Plan files, by name. The manifest's `customEditors` selector says the same. */
export const planFileGlob = '**/*.experiment.{yaml,yml}';

/** Whether a path or name is that of a plan file. */
export function isPlanFile(path: string): boolean {
  return /[^/]\.experiment\.ya?ml$/i.test(path);
}
