import { z } from '../../schema/zod';

/** The one schema of plan files: source of the types, of the editor's help and of the messages. */
export const planSchema = z.strictObject({ version: z.literal(1) });

export type Plan = z.infer<typeof planSchema>;
