import { describeSchema } from '../schema/describeSchema';
import type { YamlFileKind } from '../schema/readSchemaYaml';
import type * as z from '../schema/zod';
import { settingsSchema } from './settingsSchema';

/** `flaglab.yaml` as a kind of YAML file. One with nothing but comments says nothing: all is as by default. */
export const settingsFile: YamlFileKind<z.infer<typeof settingsSchema>> = {
  prefix: 'settings',
  noun: 'flaglab.yaml',
  schema: settingsSchema,
  field: describeSchema(settingsSchema),
  empty: { version: 1 },
};
