import type { Diagnostic, Reading, Severity } from '../../model/diagnostic';
import type { FlagDefinition, FlagVariant, Rollout } from '../../model/flagDefinition';
import type { JsonValue } from '../../model/json';
import type { Span } from '../../model/position';
import { type JsonMember, type JsonNode, memberNode, readJson } from '../../syntax/jsonDocument';
import type { DefinitionFormat } from './definitionFormat';
import { environmentOf } from './environmentOf';
import { readTargeting } from './flagdTargeting';
import { valueTypeOf } from './valueTypeOf';

/** The published schema, and copies of it under other addresses. */
const schemaAddress = /flagd(\.dev|-schemas|-definitions)\b.*\/(flags|flagd)(\.schema)?\.json$/;

function isNamedFlagd(file: string): boolean {
  return file.endsWith('.flagd.json');
}

/** One flag of the file: where its key stands, and its body. */
interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly span: Span;
  readonly body: JsonNode;
}

class FlagdReader {
  readonly diagnostics: Diagnostic[] = [];
  private readonly evaluators: Readonly<Record<string, JsonValue>>;

  constructor(
    private readonly file: string,
    private readonly root: JsonNode,
  ) {
    const shared = memberNode(root, '$evaluators');
    this.evaluators = shared?.members
      ? Object.fromEntries(shared.members.map(({ name, node }) => [name, node.value]))
      : {};
  }

  definitions(): readonly FlagDefinition[] {
    return this.entries()
      .map((entry) => this.definition(entry))
      .filter((definition) => definition !== null);
  }

  private report(code: string, severity: Severity, message: string, span: Span): void {
    this.diagnostics.push({ code, severity, message, span });
  }

  private entries(): readonly Entry[] {
    const flags = memberNode(this.root, 'flags');
    if (flags?.members) return flags.members.map(entryOfMember);
    if (flags?.elements) return flags.elements.flatMap((element) => this.entryOfElement(element));
    const message = 'A flagd file holds its flags in an object "flags".';
    this.report('flagd-flags-missing', 'error', message, (flags ?? this.root).span);
    return [];
  }

  private entryOfElement(element: JsonNode): readonly Entry[] {
    const key = element.members?.find(({ name }) => name === 'key');
    if (typeof key?.node.value === 'string' && key.node.value !== '') {
      const keySpan = insideQuotes(key.node.span);
      return [{ key: key.node.value, keySpan, span: element.span, body: element }];
    }
    const message = 'A flag in a list needs a "key".';
    this.report('flagd-key-missing', 'error', message, element.span);
    return [];
  }

  private definition(entry: Entry): FlagDefinition | null {
    const { key, keySpan, span, body } = entry;
    if (!body.members) {
      const message = `"${key}" is no flag: an object with "state" and "variants" is expected.`;
      this.report('flagd-flag-invalid', 'error', message, body.span);
      return null;
    }
    const variants = this.variants(key, body, keySpan);
    const defaultVariant = this.defaultVariant(key, body, variants);
    const value = variants.find(({ name }) => name === defaultVariant)?.value;
    return {
      key,
      file: this.file,
      keySpan,
      span,
      format: 'flagd',
      role: 'provisioning',
      environment: environmentOf(this.file),
      valueType: this.valueType(key, variants, body, keySpan),
      variants,
      defaultVariant,
      ...(value !== undefined && { defaultValue: value }),
      description: descriptionOf(body),
      rollout: this.rollout(key, body, variants, defaultVariant, keySpan),
    };
  }

  private variants(key: string, body: JsonNode, keySpan: Span): readonly FlagVariant[] {
    const node = memberNode(body, 'variants');
    const variants = (node?.members ?? []).map(({ name, node: { value } }) => ({ name, value }));
    if (variants.length === 0) {
      const message = `"${key}" has no variants, so it serves the default given in the code.`;
      this.report('flagd-variants-missing', 'error', message, node?.span ?? keySpan);
    }
    return variants;
  }

  private valueType(
    key: string,
    variants: readonly FlagVariant[],
    body: JsonNode,
    keySpan: Span,
  ): FlagDefinition['valueType'] {
    const types = new Set(variants.map(({ value }) => valueTypeOf(value)));
    const [only] = types;
    if (types.size <= 1) return only ?? null;
    const names = [...types].map((type) => type ?? 'nothing usable').join(' and ');
    const message = `The variants of "${key}" have values of different types: ${names}.`;
    const span = memberNode(body, 'variants')?.span ?? keySpan;
    this.report('flagd-variants-mixed', 'error', message, span);
    return null;
  }

  /** The default variant's name; null where there is none (or `null` is given): then the code's default counts. */
  private defaultVariant(
    key: string,
    body: JsonNode,
    variants: readonly FlagVariant[],
  ): string | null {
    const node = memberNode(body, 'defaultVariant');
    if (!node || node.value === null || node.value === '') return null;
    const name = String(node.value);
    const known = variants.map((variant) => variant.name);
    if (!known.includes(name)) {
      const message = `"${key}" has no variant "${name}" to be its default. It has: ${known.join(', ')}.`;
      this.report('flagd-default-variant-unknown', 'error', message, node.span);
    }
    return name;
  }

  private rollout(
    key: string,
    body: JsonNode,
    variants: readonly FlagVariant[],
    defaultVariant: string | null,
    keySpan: Span,
  ): Rollout {
    const state = memberNode(body, 'state');
    if (state?.value === 'DISABLED') return { kind: 'disabled' };
    if (state?.value !== 'ENABLED') {
      const message = `The state of "${key}" is neither "ENABLED" nor "DISABLED".`;
      this.report('flagd-state-invalid', 'error', message, state?.span ?? keySpan);
      return { kind: 'unknown', reason: 'its state is neither ENABLED nor DISABLED' };
    }
    const names = new Set(variants.map(({ name }) => name));
    const fallback = fallbackOf(defaultVariant, names);
    const targeting = memberNode(body, 'targeting');
    const isEmpty = !targeting || targeting.value === null || targeting.members?.length === 0;
    if (isEmpty) return fallback;
    const { evaluators } = this;
    const reading = readTargeting(targeting.value, { variants: names, fallback, evaluators });
    const problems = new Map(reading.problems.map((problem) => [problem.message, problem]));
    for (const { code, message } of problems.values()) {
      this.report(code, 'error', message, targeting.span);
    }
    return reading.rollout;
  }
}

function fallbackOf(defaultVariant: string | null, names: ReadonlySet<string>): Rollout {
  if (defaultVariant === null) return { kind: 'code-default' };
  if (names.has(defaultVariant)) return { kind: 'everyone', variant: defaultVariant };
  return { kind: 'unknown', reason: `its default variant "${defaultVariant}" does not exist` };
}

function entryOfMember({ name, nameSpan, span, node }: JsonMember): Entry {
  return { key: name, keySpan: nameSpan, span, body: node };
}

function insideQuotes({ start, end }: Span): Span {
  return {
    start: { ...start, column: start.column + 1 },
    end: { ...end, column: end.column - 1 },
  };
}

function descriptionOf(body: JsonNode): string | null {
  const described =
    memberNode(memberNode(body, 'metadata'), 'description') ?? memberNode(body, 'description');
  return typeof described?.value === 'string' ? described.value : null;
}

function isFlagd(file: string, root: JsonNode): boolean {
  const schema = memberNode(root, '$schema')?.value;
  return isNamedFlagd(file) || (typeof schema === 'string' && schemaAddress.test(schema));
}

/**
 * flagd's flag definitions: `*.flagd.json`, or any JSON file whose `$schema` is flagd's.
 * Source: open-feature/flagd-schemas at 741a7f8.
 */
export const flagd: DefinitionFormat = {
  id: 'flagd',
  name: 'flagd',
  mayRead: (file, text) =>
    file.endsWith('.json') && (isNamedFlagd(file) || /"\$schema"[^\n]*flagd/.test(text)),
  read(file, text): Reading<readonly FlagDefinition[]> | null {
    const { value: root, diagnostics } = readJson(text);
    if (!root) return isNamedFlagd(file) ? { value: [], diagnostics } : null;
    if (!isFlagd(file, root)) return null;
    const reader = new FlagdReader(file, root);
    const value = reader.definitions();
    return { value, diagnostics: [...diagnostics, ...reader.diagnostics] };
  },
};
