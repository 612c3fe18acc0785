import { planFile } from '../experiment/plan/planFile';
import type { FieldNode } from '../schema/fieldNode';
import { settingsFile } from '../settings/settingsFile';

/** The kinds of YAML file that Flaglab helps to write: `*.experiment.yaml` and `flaglab.yaml`. */
export type YamlSchemaKind = 'plan' | 'settings';

/** The schema of a kind of file, as data. */
export function fieldsOfKind(kind: YamlSchemaKind): FieldNode {
  return kind === 'plan' ? planFile.field : settingsFile.field;
}
