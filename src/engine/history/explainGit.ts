/** Why git did not answer, as a sentence with what to do about it. */
export function explainGit(reason: string): string {
  if (/dubious ownership/.test(reason)) {
    return 'git refuses to read this repository because it belongs to another user ("dubious ownership"). Flaglab does not work around that: make the folder yours, or tell git yourself that you trust it (git help config, safe.directory).';
  }
  if (/not a git repository/.test(reason)) return 'This folder is in no git repository.';
  return `git could not answer: ${reason.replace(/^(fatal|error): /, '').replace(/\.$/, '')}.`;
}
