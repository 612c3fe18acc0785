import type { Flag } from '../../model/flag';
import type { FlagDefinition, FlagExpiry } from '../../model/flagDefinition';
import type { FilePlace, FlagRead } from '../../model/flagRead';
import type { FlagVerdict } from '../../model/flagVerdict';
import { countOf } from '../../report/countOf';
import { verdictWords } from '../../report/check/verdictWords';
import { sdkById } from '../reads/sdkShapes';
import { defaultInWords } from './defaultInWords';
import { differentDefaults } from './describeDefaults';
import { knownInWords } from './describeKnown';
import { describeRollout } from './describeRollout';
import { expectedIn } from './expectedIn';

/** What a hover is about: a flag, and the read it is asked from (null: from none). */
export interface FlagMarkdownOptions {
  readonly flag: Flag;
  readonly read: FlagRead | null;
  /** What was found of its life, where that is known by now. */
  readonly verdict?: FlagVerdict | null;
  /** Address of a place, for a link; null where it can have none. */
  readonly addressOf: (place: FilePlace) => string | null;
}

/** Text of the project as plain text of Markdown. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()<>#+!|~&$-]/g, '\\$&');
}

function code(text: string): string {
  const shown = text.replace(/\s+/g, ' ');
  return shown.includes('`') ? plain(shown) : `\`${shown}\``;
}

type AddressOf = FlagMarkdownOptions['addressOf'];

function link(place: FilePlace, addressOf: AddressOf): string {
  const words = plain(`${place.file}:${place.span.start.line + 1}`);
  const address = addressOf(place);
  return address === null ? words : `[${words}](${address})`;
}

function expiryInWords(expires: FlagExpiry): string {
  return expires.kind === 'date'
    ? `expires ${expires.date}`
    : `expires with version ${expires.version}`;
}

/** `release flag · owner checkout team · created 2025-03-01 · expires 2025-06-01` */
function lifeOf({ lifetime, owner, created, expires }: FlagDefinition): string {
  return [
    ...(lifetime ? [`${lifetime.replace('-', ' ')} flag`] : []),
    ...(owner ? [`owner ${owner}`] : []),
    ...(created ? [`created ${created}`] : []),
    ...(expires ? [expiryInWords(expires)] : []),
  ].join(' · ');
}

function definitionLine(definition: FlagDefinition, addressOf: AddressOf): string {
  const { environment, file, keySpan: span } = definition;
  const start = environment === 'default' ? '' : `${plain(environment)}: `;
  const place = link({ file, span }, addressOf);
  return `- ${start}**${plain(describeRollout(definition).full)}** (${place})`;
}

function definitionLines({ definitions }: Flag, addressOf: AddressOf): readonly string[] {
  const lives = definitions.map(lifeOf);
  const common = new Set(lives).size === 1;
  const lines = definitions.flatMap((definition, index) => {
    const life = lives[index] ?? '';
    const line = definitionLine(definition, addressOf);
    return common || life === '' ? [line] : [line, `  ${plain(life)}`];
  });
  const [life = ''] = lives;
  return common && life !== '' ? [lines.join('\n'), plain(life)] : [lines.join('\n')];
}

/** Why nothing is said of who gets it. */
function undefinedLine(flag: Flag, read: FlagRead | null): string {
  const asked = read ?? flag.reads[0];
  const files = asked ? expectedIn(flag, asked) : [];
  if (files.length > 0) return `Not defined in ${files.map(code).join(', ')}.`;
  const from = asked ? ` It is read through ${plain(sdkById(asked.sdk).name)}.` : '';
  return `Who gets it is not known: no file here defines it.${from}`;
}

const nounOf = {
  constant: '',
  'camel-case': 'camel case',
  client: 'client',
  wrapper: 'function',
} as const;

function viaLine(read: FlagRead, addressOf: AddressOf): readonly string[] {
  if (read.via.length === 0) return [];
  const steps = read.via.map((step) => {
    const noun = nounOf[step.kind];
    return `${noun}${noun && ' '}${code(step.name)} (${link(step, addressOf)})`;
  });
  return [`By way of ${steps.join(', ')}`];
}

const mostPlaces = 3;

/** Defaults of other reads that differ from this one's, each with where. */
function defaultLines(flag: Flag, read: FlagRead | null, addressOf: AddressOf): readonly string[] {
  if (differentDefaults(flag.reads).length < 2) return [];
  const own = read?.default ? defaultInWords(read.default) : null;
  const places = new Map<string, string[]>();
  for (const other of flag.reads) {
    if (!other.default) continue;
    const words = defaultInWords(other.default);
    const place = link({ file: other.file, span: other.span }, addressOf);
    places.set(words, [...(places.get(words) ?? []), place]);
  }
  const others = [...places]
    .filter(([words]) => words !== own)
    .map(([words, where]) => {
      const more = where.length > mostPlaces ? ` and ${where.length - mostPlaces} more` : '';
      return `${code(words)} at ${where.slice(0, mostPlaces).join(', ')}${more}`;
    });
  const start = own === null ? 'Defaults differ: ' : `Default here ${code(own)}, elsewhere `;
  return [`${start}${others.join(' · ')}`];
}

function readsLine({ reads }: Flag): string {
  if (reads.length === 0) return 'No read of it was found.';
  const files = new Set(reads.map(({ file }) => file)).size;
  const inTests = reads.filter(({ context }) => context === 'test').length;
  const tests = inTests > 0 ? `, ${inTests} of them in tests` : '';
  return `${countOf(reads.length, 'read')} in ${countOf(files, 'file')}${tests}`;
}

/** A sentence with values between backticks. */
function withCode(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') && part.length > 1 ? part : plain(part)))
    .join('');
}

/** What is to be done with it and why, what stands in the way, and what cannot be known. */
function verdictLines(verdict: FlagVerdict | null | undefined): readonly string[] {
  if (!verdict) return [];
  const { reasons, blockers, evidence } = verdict;
  const words = verdictWords(verdict);
  const lines = [
    ...reasons.map(({ message }) => message),
    ...blockers.map(({ message }) => `Blocked: ${message}`),
    ...evidence.unknown.map((sentence) => `Cannot know: ${sentence}`),
  ].map((line) => `- ${withCode(line)}`);
  return [`**${withCode(words.charAt(0).toUpperCase() + words.slice(1))}**`, ...lines];
}

/**
 * All that is known of a flag, as Markdown without HTML: who gets it by each definition, life, the way to its key, defaults
 * that differ, number of reads. Text of the project is escaped.
 */
export function flagMarkdown({ flag, read, verdict, addressOf }: FlagMarkdownOptions): string {
  const { definitions } = flag;
  const description = definitions.find((definition) => definition.description)?.description;
  const [known = ''] = knownInWords({ flag, read });
  const isDefined = definitions.length > 0;
  const life = verdictLines(verdict).join('\n');
  return [
    isDefined ? `**${plain(flag.key)}**` : `**${plain(flag.key)}**: ${plain(known)}`,
    ...(description ? [plain(description)] : []),
    ...(isDefined ? definitionLines(flag, addressOf) : [undefinedLine(flag, read)]),
    ...(life === '' ? [] : [life]),
    ...(read ? viaLine(read, addressOf) : []),
    ...defaultLines(flag, read, addressOf),
    readsLine(flag),
  ].join('\n\n');
}
