import { planFile } from '../../../src/core/experiment/plan/planFile';
import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import type { JsonPath, JsonValue } from '../../../src/core/model/json';
import { fieldAt, type FieldNode } from '../../../src/core/schema/fieldNode';
import { whyTexts } from './texts';

/** What plan files may hold at a path. Throws where they may hold nothing. */
export function nodeAt(path: JsonPath): FieldNode {
  const node = fieldAt(planFile.field, path);
  if (node === undefined) throw new Error(`Plans hold nothing at ${path.join('.')}.`);
  return node;
}

/** What the plan holds at a path; undefined for nothing. */
export function valueAt(plan: Plan, path: JsonPath): JsonValue | undefined {
  let value: unknown = plan;
  for (const step of path) value = (value as Record<string | number, unknown> | undefined)?.[step];
  return value as JsonValue | undefined;
}

/** Longer sentences end at their colon, where something stands before it. */
const longest = 110;
const shortest = 15;

function firstSentence(text: string): string {
  const end = /\.(?=\s|$)/.exec(text)?.index ?? text.length;
  const sentence = text.slice(0, end);
  const colon = sentence.indexOf(': ');
  return sentence.length > longest && colon > shortest ? sentence.slice(0, colon) : sentence;
}

/** Label of a field and why it matters: the title and the first sentence of the help that the file's editor shows. */
export function wordsAt(path: JsonPath): { readonly label: string; readonly why: string } {
  const { title = '', description = '' } = nodeAt(path).help ?? {};
  const own = whyTexts[path.filter((step) => typeof step === 'string').join('.')];
  return { label: title, why: own ?? `${firstSentence(description.replaceAll('`', ''))}.` };
}

/** How a number is shown: shares and probabilities in per cent, the rest as it is. */
export function scaleAt(path: JsonPath): { readonly places: number; readonly unit: string } {
  const unit = nodeAt(path).help?.unit ?? '';
  const isPercent = /^(?:share|probability)/.test(unit);
  if (!isPercent) return { places: 0, unit: shortUnit(unit) };
  const of = /^share( of the (?:baseline|mean).*)/.exec(unit)?.[1] ?? '';
  return { places: 2, unit: `%${of.replace(/,.*$/, '')}` };
}

/** Units that stand in a field's own end; sentences about units do not fit there. */
function shortUnit(unit: string): string {
  return /^(?:units|days|observations|standard errors)$/.test(unit) ? unit : '';
}
