/** Name of the settings file at the root of a workspace folder. */
export const settingsFileName = 'flaglab.yaml';
