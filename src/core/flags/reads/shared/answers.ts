import type { StaticValue } from '../../../model/staticValue';
import { boundedValue } from './boundedValue';

/** Answers to questions about one file. Each is worked out once. */
export interface Answers {
  /** Answers a question; one asked while it is being answered, or asked too deep, gets `circular`. */
  readonly once: <Answer>(question: string, circular: Answer, answer: () => Answer) => Answer;
  /** The same for values, none of which grows beyond a bound. */
  readonly value: <Answer extends StaticValue | null>(
    question: string,
    circular: Answer,
    answer: () => Answer,
  ) => StaticValue | Answer;
}

const deepest = 100;

/** Remembers answers, and guards against questions inside themselves. */
export function createAnswers(): Answers {
  const answers = new Map<string, unknown>();
  let depth = 0;
  function once<Answer>(question: string, circular: Answer, answer: () => Answer): Answer {
    if (answers.has(question)) return answers.get(question) as Answer;
    if (depth > deepest) return circular;
    answers.set(question, circular);
    depth++;
    const found = answer();
    depth--;
    answers.set(question, found);
    return found;
  }

  return {
    once,
    value: (question, circular, answer) =>
      once<StaticValue | typeof circular>(question, circular, () => {
        const found = answer();
        return found === null ? found : boundedValue(found);
      }),
  };
}
