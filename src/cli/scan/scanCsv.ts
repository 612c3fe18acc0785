import type { Flag } from '../../core/model/flag';
import type { FlagRead } from '../../core/model/flagRead';
import { csvText } from '../../core/report/csvText';
import { placeOf } from '../places';
import type { ScannedFolder } from './scannedFolder';

const columns = [
  'root',
  'key',
  'scope',
  'file',
  'line',
  'column',
  'endLine',
  'endColumn',
  'sdk',
  'language',
  'call',
  'valueType',
  'default',
  'via',
  'context',
] as const;

type Row = Readonly<Record<(typeof columns)[number], string | number | null>>;

function defaultText({ default: given }: FlagRead): string | null {
  if (given === null) return null;
  return given.kind === 'literal' ? JSON.stringify(given.value) : given.text;
}

function rowOf(root: string, { key, scope }: Flag, read: FlagRead): Row {
  const { file, span, sdk, language, call, valueType, via, context } = read;
  const end = placeOf(span.end);
  return {
    root,
    key,
    scope,
    file,
    ...placeOf(span.start),
    endLine: end.line,
    endColumn: end.column,
    sdk,
    language,
    call,
    valueType,
    default: defaultText(read),
    via: via.map(({ name }) => name).join(' > '),
    context,
  };
}

/** The report of `flaglab scan --format csv`: one row a read; positions count from 1, paths are relative to `root`. */
export function scanCsv(folders: readonly ScannedFolder[]): string {
  const rows = folders.flatMap(({ root, snapshot }) =>
    snapshot.flags.flatMap((flag) =>
      flag.reads.map((read) => {
        const row = rowOf(root, flag, read);
        return columns.map((column) => row[column]);
      }),
    ),
  );
  return csvText([columns, ...rows]);
}
