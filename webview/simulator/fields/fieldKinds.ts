import type { PlanEdit } from '../../../src/core/experiment/plan/planEdit';
import type { JsonPath } from '../../../src/core/model/json';
import type { NumberRange } from '../../../src/core/schema/fieldNode';
import { fileRange, longestText } from './fileRange';
import { parseNumber, rangeInWords, showNumber, type NumberFormat } from './numberFormat';
import type { FieldChoice, FieldEntry, PlanField } from './planField';

/** What all kinds of fields are told. */
export interface FieldWords {
  readonly path: JsonPath;
  readonly label: string;
  readonly why: string;
  /** Accessible name, where it differs from the label. */
  readonly name?: string;
  readonly meaning?: string;
}

function common({ path, label, why, name = label, meaning = '' }: FieldWords) {
  return { id: path.join('.'), label, name, why, meaning };
}

export function edits(...list: readonly PlanEdit[]): FieldEntry {
  return { kind: 'edits', edits: list };
}

export function invalid(message: string): FieldEntry {
  return { kind: 'invalid', message };
}

interface NumberWords extends FieldWords {
  readonly value: number;
  /** 2 for percent. */
  readonly places: number;
  readonly unit: string;
  /** Where the file's own range depends on other fields. */
  readonly range?: NumberRange;
  /** A rule beyond the range, in words if it is broken. */
  readonly refuse?: (value: number) => string | null;
}

/** A number on one line. */
export function numberField(words: NumberWords): PlanField {
  const { path, value, places, unit, range = fileRange(path), refuse } = words;
  const format: NumberFormat = { places, unit, range };
  return {
    ...common(words),
    range: rangeInWords(format, 'brief'),
    control: { kind: 'line', numeric: true, unit },
    text: showNumber(value, format),
    enter: (text) => {
      const parsed = parseNumber(text, format);
      if (parsed.kind === 'invalid') return parsed;
      if (Object.is(parsed.value, value)) return edits();
      const refused = refuse?.(parsed.value) ?? null;
      return refused === null ? edits({ path, value: parsed.value }) : invalid(refused);
    },
  };
}

interface TextWords extends FieldWords {
  readonly value: string;
  readonly lines: 'one' | 'several';
  /** `removed`: an emptied field leaves the file; else it is refused. */
  readonly whenEmpty: 'removed' | 'refused';
  readonly refuse?: (value: string) => string | null;
}

/** Words on one or several lines. */
export function textField(words: TextWords): PlanField {
  const { path, value, lines, whenEmpty, refuse } = words;
  const longest = longestText(path);
  return {
    ...common(words),
    range: '',
    control: lines === 'one' ? { kind: 'line', numeric: false, unit: null } : { kind: 'text' },
    text: value,
    enter: (typed) => {
      const text = typed.trim();
      if (text === value) return edits();
      if (text === '')
        return whenEmpty === 'removed' ? edits({ path }) : invalid('This cannot be empty.');
      if (text.length > longest) {
        return invalid(`This has ${text.length} characters; at most ${longest} fit.`);
      }
      const refused = refuse?.(text) ?? null;
      return refused === null ? edits({ path, value: text }) : invalid(refused);
    },
  };
}

interface ChoiceWords extends FieldWords {
  readonly value: string;
  readonly choices: readonly FieldChoice[];
  /** Changes of the file for a choice; without it, the choice itself is written. */
  readonly choose?: (value: string) => FieldEntry;
}

/** One of few. */
export function choiceField(words: ChoiceWords): PlanField {
  const { path, value, choices, choose } = words;
  return {
    ...common(words),
    range: '',
    control: { kind: 'choice', choices },
    text: value,
    enter: (chosen) => {
      if (chosen === value) return edits();
      return choose === undefined ? edits({ path, value: chosen }) : choose(chosen);
    },
  };
}
