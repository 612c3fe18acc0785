import type { JsonValue } from '../model/json';
import { jsonArray, jsonObject } from '../syntax/jsonEdit';
import { writeYamlScalar } from '../syntax/writeYamlValue';

type Scalar = string | number | boolean | null;

/** Writes values as snippets, in the syntax of editors: each scalar is a placeholder to step through. */
export class SnippetWriter {
  private placeholders = 0;

  constructor(
    /** Within braces or brackets. */
    private readonly flow: boolean,
  ) {}

  /** One of several values to choose from. */
  choice(values: readonly Scalar[], flow = this.flow): string {
    const written = values.map((value) => writeYamlScalar(value, { flow }));
    const escaped = written.map((value) => value.replace(/[$}\\,|]/g, '\\$&'));
    if (escaped.length === 1) return written[0]!.replace(/[$}\\]/g, '\\$&');
    return `\${${++this.placeholders}|${escaped.join(',')}|}`;
  }

  /** The value as placeholders, on one line but for a list of groups. */
  value(value: JsonValue, flow = this.flow): string {
    const items = jsonArray(value);
    if (items && !flow && items.some((item) => jsonObject(item))) {
      return items.map((item) => `\n  - ${this.value(item, true)}`).join('');
    }
    if (items) return `[${items.map((item) => this.value(item, true)).join(', ')}]`;
    const members = jsonObject(value);
    if (!members) return this.placeholder(value as Scalar, flow);
    const written = Object.entries(members).map(
      ([key, member]) => `${writeYamlScalar(key, { flow: true })}: ${this.value(member, true)}`,
    );
    return written.length ? `{ ${written.join(', ')} }` : '{}';
  }

  private placeholder(value: Scalar, flow: boolean): string {
    const written = writeYamlScalar(value, { flow }).replace(/[$}\\]/g, '\\$&');
    return `\${${++this.placeholders}:${written}}`;
  }
}
