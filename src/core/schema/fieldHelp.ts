import type { JsonValue } from '../model/json';
import * as z from './zod';

/**
 * What people are told about a field of a YAML file. Range, choices and default are not repeated
 * here: they are read off the schema itself, so that help and checks cannot disagree.
 */
export interface FieldHelp {
  /** A few words: `Minimum detectable effect`. */
  readonly title: string;
  /** What it means and why it matters; whole sentences, Markdown allowed. */
  readonly description: string;
  /** What the number counts or measures: `share, 0 to 1`. */
  readonly unit?: string;
  /** What may stand here as a noun phrase, where the checks alone cannot say it: `a day as YYYY-MM-DD`. */
  readonly expected?: string;
  /** What people usually write, as half a sentence: `usually 0.8 or 0.9`. */
  readonly hint?: string;
  readonly example: JsonValue;
  /** Other words for it, for "did you mean". */
  readonly alsoCalled?: readonly string[];
  /** Accepted so that files can already carry it, but nothing reads it yet. */
  readonly reserved?: true;
}

type Schema = z.core.$ZodType;

const helpBySchema = new WeakMap<Schema, FieldHelp>();

/** Attaches help to a schema and returns the schema itself. */
export function withHelp<Of extends Schema>(help: FieldHelp, schema: Of): Of {
  helpBySchema.set(schema, help);
  return schema;
}

/** The help attached to exactly this schema (not to what it wraps), if any. */
export function helpOf(schema: Schema): FieldHelp | undefined {
  return helpBySchema.get(schema);
}
