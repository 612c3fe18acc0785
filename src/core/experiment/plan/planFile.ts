import { describeSchema } from '../../schema/describeSchema';
import type { YamlFileKind } from '../../schema/readSchemaYaml';
import type * as z from '../../schema/zod';
import { planSchema } from './planSchema';

/** Plan files as a kind of YAML file. */
export const planFile: YamlFileKind<z.infer<typeof planSchema>> = {
  prefix: 'plan',
  noun: 'A plan file',
  schema: planSchema,
  field: describeSchema(planSchema),
};
