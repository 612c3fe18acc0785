import type { SourceFacts } from '../../model/sourceFacts';
import type { StaticValue } from '../../model/staticValue';
import { shapeAt } from '../reads/sdkShapes';
import { unnamed } from '../reads/staticValues';
import { languageGroupOf, type LanguageGroup } from './languageGroup';
import { folderOf } from './paths';

/** A name under which other files can get at an SDK's client, or at a function of one. */
export interface ExportedClient {
  readonly group: LanguageGroup;
  readonly file: string;
  readonly name: string;
  /** The word by which an import of the file names it: its own name, or that of its folder. */
  readonly module: string;
}

const deepest = 3;

/** Whether other files can read flags by what a value is, without naming an SDK. */
function leadsToReads(value: StaticValue, depth = 0): boolean {
  const inner = unnamed(value);
  if (depth > deepest) return false;
  switch (inner.kind) {
    case 'sdk': {
      const { read, members = {} } = shapeAt(inner.shape);
      return read !== undefined || Object.values(members).some((member) => member.read);
    }
    case 'one-of':
      return inner.values.some((each) => leadsToReads(each, depth + 1));
    case 'function':
      return leadsToReads(inner.returns, depth + 1);
    case 'object':
      return Object.values(inner.members).some((member) => leadsToReads(member.value, depth + 1));
    case 'class':
      return (
        (inner.bases ?? []).some((base) => leadsToReads(base, depth + 1)) ||
        [...Object.values(inner.instance), ...Object.values(inner.statics)].some(
          ({ value: held }) => unnamed(held).kind !== 'function' && leadsToReads(held, depth + 1),
        )
      );
    default:
      return false;
  }
}

function moduleWord(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/(\.d)?\.\w+$/, '');
  const folder = folderOf(file);
  const ofFolder = folder.slice(folder.lastIndexOf('/') + 1);
  return file.endsWith('.go') || name === 'index' || name === '__init__' ? ofFolder : name;
}

function isPackageFile(file: string): boolean {
  return /(^|\/)(index\.[cm]?[jt]sx?|__init__\.py)$/.test(file);
}

/**
 * Clients that the files of a project offer each other. Of what a file imports itself only what the file of a package passes on
 * counts: by the same name as another file's client.
 */
export function exportedClients(
  sources: Iterable<readonly [string, SourceFacts]>,
): readonly ExportedClient[] {
  const clients: ExportedClient[] = [];
  const passedOn: ExportedClient[] = [];
  for (const [file, source] of sources) {
    const group = languageGroupOf(source.language);
    const isFollowed = group === 'javascript' || group === 'python' || group === 'go';
    if (!isFollowed || source.context === 'test') continue;
    const module = moduleWord(file);
    for (const [name, { value }] of Object.entries(source.exports)) {
      if (leadsToReads(value)) clients.push({ group, file, name, module });
      else if (value.kind === 'import' && isPackageFile(file)) {
        passedOn.push({ group, file, name, module });
      }
    }
  }
  const names = new Set(clients.map(({ group, name }) => `${group} ${name}`));
  return [...clients, ...passedOn.filter(({ group, name }) => names.has(`${group} ${name}`))];
}
