import { type Settings, settingsSchema } from './settingsSchema';

/** The settings of a project that has no `flaglab.yaml`. */
export const defaultSettings: Settings = settingsSchema.parse({ version: 1 });
