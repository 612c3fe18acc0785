/** Formats with metadata of any kind, where Flaglab finds `expires` again. */
const formats: ReadonlySet<string> = new Set(['flagd', 'go-feature-flag']);

/** Whether the day until which a flag is to live can be written into files of this format. */
export function canSetExpiry(format: string, file: string): boolean {
  return formats.has(format) && /\.(json|ya?ml)$/i.test(file);
}
