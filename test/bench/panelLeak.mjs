// Opens a plan's panel, starts a run and closes it, 50 times: npm run bench:panel-leak [openings]
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const openings = process.argv[2] ?? '50';
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'test/vitest.config.mjs',
    '--disable-console-intercept=true',
    'test/host/ui/panelLeak.test.ts',
  ],
  { stdio: 'inherit', env: { ...process.env, FLAGLAB_OPENINGS: openings } },
);
process.exitCode = status ?? 1;
