/** The files of the suite, found when it is bundled; see test/host/driver/bundleSuite.ts. */
declare module 'flaglab:test-files' {
  export function loadTestFiles(): void;
}

/** mocha's browser build defines the global `Mocha`. */
declare module 'mocha/mocha.js';

declare class Mocha {
  constructor(options: { timeout: number; reporter: unknown });
  readonly suite: { emit(event: 'pre-require', context: unknown, file: null, mocha: Mocha): void };
  run(done: (failures: number) => void): void;
}
