import { config } from 'zod/mini';

/**
 * The schema library, set up once. The only importer of `zod`; use it as
 * `import * as z from '.../schema/zod'`: a namespace handed on as a value would put the whole library, with
 * 40 languages of messages, into the bundle.
 * Compiling validators at run time needs `eval`, which a webview forbids: it stays off everywhere.
 */
config({ jitless: true });

export * from 'zod/mini';
