/** How the report of a simulation can be written. */
export const reportFormats = ['markdown', 'html', 'json', 'csv'] as const;

export type ReportFormat = (typeof reportFormats)[number];
