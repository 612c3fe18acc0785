import type { ProposedWrapper } from '../flags/index/proposeWrappers';
import { writeYamlFlow, writeYamlScalar } from '../syntax/writeYamlValue';

/** What a scan has found that a first `flaglab.yaml` can tell. */
export interface FoundInWorkspace {
  /** Ids or names of the SDKs whose reads were seen. */
  readonly sdks: readonly string[];
  /** Definition files: path relative to the workspace folder, and the environment guessed from format, file or folder. */
  readonly definitionFiles: readonly { readonly path: string; readonly environment: string }[];
  /** Folders that are scopes of their own, `.` for the root. */
  readonly scopes: readonly string[];
  readonly flags: number;
  /** Functions of the project that seem to read flags. */
  readonly wrappers?: readonly ProposedWrapper[];
}

/** So many lines of one kind; more are for people to add. */
const mostLines = 20;

function lineText(text: string): string {
  return text.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim();
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function summary({ flags, sdks, definitionFiles }: FoundInWorkspace): string {
  if (!flags && !sdks.length && !definitionFiles.length) return 'The scan found no flags yet.';
  const readWith = sdks.length
    ? `read with ${sdks.map(lineText).join(', ')}`
    : 'read by no SDK that is known';
  const defined = definitionFiles.length
    ? `defined in ${counted(definitionFiles.length, 'file', 'files')}`
    : 'defined in no file here';
  return `The scan found ${counted(flags, 'flag', 'flags')}, ${readWith}, ${defined}.`;
}

/** Patterns as in `.gitignore` match folders with a `/` in front only at the root. */
function patternOf(path: string): string {
  return `/${path.replace(/[\\*?[\]!# ]/g, '\\$&')}`;
}

function environmentLines({ definitionFiles }: FoundInWorkspace): readonly string[] {
  const byEnvironment = new Map<string, string[]>();
  for (const { path, environment } of definitionFiles) {
    byEnvironment.set(environment, [...(byEnvironment.get(environment) ?? []), patternOf(path)]);
  }
  const groups = byEnvironment.size
    ? [...byEnvironment]
    : [['production', ['/deploy/production/']] as const];
  return groups.slice(0, mostLines).map(([environment, patterns]) => {
    const entry = { files: patterns.slice(0, mostLines), environment };
    return `  - ${writeYamlFlow(entry)}`;
  });
}

function scopeLines({ scopes }: FoundInWorkspace): readonly string[] {
  const folders = scopes.filter((folder) => folder !== '.').slice(0, mostLines);
  const shown = folders.length ? folders : ['apps/shop'];
  return shown.map((folder) => {
    const last = folder.split('/').at(-1);
    const isAlone = shown.filter((other) => other.split('/').at(-1) === last).length === 1;
    const name = isAlone && last ? last : folder;
    return `  ${writeYamlScalar(folder, { flow: false })}: ${writeYamlScalar(name, { flow: false })}`;
  });
}

/** Proposed entries, each with its reason; an example where there are none. */
function wrapperLines({ wrappers = [] }: FoundInWorkspace): readonly string[] {
  if (wrappers.length === 0) {
    return ['  - { name: isEnabled, module: "@shop/flags", key: 0, default: 1 }'];
  }
  return wrappers
    .slice(0, mostLines)
    .flatMap(({ reason, ...entry }) => [`  # ${lineText(reason)}`, `  - ${writeYamlFlow(entry)}`]);
}

/** Lines that say nothing until their `# ` is taken away. */
function asComment(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `# ${line}`);
}

/**
 * The text of a first `flaglab.yaml`: what the scan has found, and each setting as a commented line that counts once
 * the `# ` before it is removed. As it stands it changes nothing.
 */
export function createSettings(found: FoundInWorkspace): string {
  return [
    "# Flaglab's settings for this project. It is data: nothing in it can start anything.",
    `# ${summary(found)}`,
    '# Remove the "# " before a setting to make it count.',
    'version: 1',
    '',
    '# Files to look at, and files to leave out; patterns as in .gitignore. What git ignores is left out anyway.',
    ...asComment(['include: [apps/, packages/]', 'exclude: [examples/]']),
    '',
    '# A flag is the same flag within its scope: folders, and the name of the scope they belong to.',
    ...asComment(['scopes:', ...scopeLines(found)]),
    '',
    '# Which definition files describe which environment; the first entry that a file fits counts.',
    ...asComment(['definitions:', ...environmentLines(found)]),
    '',
    "# The project's own functions that read a flag: where they come from, and which argument is the key (the first is 0).",
    ...asComment(['wrappers:', ...wrapperLines(found)]),
    '',
  ].join('\n');
}
