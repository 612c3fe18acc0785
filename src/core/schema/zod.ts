import * as z from 'zod/mini';

/**
 * The schema library, set up once. The only importer of `zod`.
 * Compiling validators at run time needs `eval`, which a webview forbids: it stays off everywhere.
 */
z.config({ jitless: true });

export { z };
