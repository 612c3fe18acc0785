import type { Reading } from '../model/diagnostic';
import { readYaml, type YamlDocument } from '../syntax/yamlDocument';
import { jsonOf } from '../syntax/yamlNode';
import type { DeepReadonly } from './deepReadonly';
import type { FieldNode } from './fieldNode';
import { SchemaDiagnostics } from './schemaDiagnostics';
import * as z from './zod';

/** A kind of YAML file with a schema. */
export interface YamlFileKind<Value> {
  /** First word of the diagnostics' codes: `plan`. */
  readonly prefix: string;
  /** `a plan file` */
  readonly noun: string;
  readonly schema: z.core.$ZodType<Value>;
  readonly field: FieldNode;
  /** What an empty file means; undefined: an error. */
  readonly empty?: unknown;
}

/** Reads a YAML text of this kind. `value` is null where there is an error. Never throws. */
export function readSchemaYaml<Value>(
  text: string,
  kind: YamlFileKind<Value>,
): Reading<DeepReadonly<Value> | null> {
  const { value: document, diagnostics } = readYaml(text);
  if (!document) return { value: null, diagnostics };
  const { root, positions } = document;
  const isEmpty = root.kind === 'scalar' && root.value === null;
  if (root.kind !== 'map' && !(isEmpty && kind.empty !== undefined)) {
    const message = isEmpty
      ? `This file is empty. ${kind.noun} begins with the line "version: 1".`
      : `${kind.noun} consists of "key: value" lines, beginning with "version: 1". This is something else.`;
    const code = isEmpty ? 'yaml-empty' : 'yaml-not-a-map';
    const span = positions.spanOf(root.start, Math.min(root.end, positions.lineEnd(0)));
    return {
      value: null,
      diagnostics: [...diagnostics, { code, severity: 'error', message, span }],
    };
  }
  const checked = checkSchemaYaml(document, kind, isEmpty ? kind.empty : undefined);
  const all = [...diagnostics, ...checked.diagnostics];
  const isBroken = all.some(({ severity }) => severity === 'error');
  return { value: isBroken ? null : checked.value, diagnostics: all };
}

/** What a document, or a part of one, says by a schema; `instead` is taken for what stands there. */
export function checkSchemaYaml<Value>(
  document: YamlDocument,
  kind: YamlFileKind<Value>,
  instead?: unknown,
): Reading<DeepReadonly<Value> | null> {
  const found = new SchemaDiagnostics({ prefix: kind.prefix, field: kind.field, document });
  const result = z.safeParse(kind.schema, instead ?? jsonOf(document.root));
  if (!result.success) found.addIssues(result.error.issues);
  found.addReserved();
  const diagnostics = found.all();
  const isBroken = diagnostics.some(({ severity }) => severity === 'error');
  const value = result.success && !isBroken ? (result.data as DeepReadonly<Value>) : null;
  return { value, diagnostics };
}
