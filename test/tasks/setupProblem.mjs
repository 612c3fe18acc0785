/**
 * Something the machine or its user must change before Flaglab can go on: a missing program, an old
 * Node, a failed installation. The message is one or two sentences for a person, and the last one
 * says what to do; no stack is shown.
 */
export class SetupProblem extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'SetupProblem';
  }
}

/**
 * Runs a task as the main program: a `SetupProblem` becomes its sentence and exit code 1, anything
 * else keeps its stack, for it is a bug.
 *
 * @param {() => Promise<number | void>} task resolves to the exit code
 */
export async function runAsProgram(task) {
  try {
    process.exitCode = (await task()) ?? 0;
  } catch (error) {
    console.error(error instanceof SetupProblem ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
