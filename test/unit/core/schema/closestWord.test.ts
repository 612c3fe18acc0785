import { describe, expect, test } from 'vitest';
import { closestWord } from '../../../../src/core/schema/closestWord';

const keys = ['baseline', 'direction', 'minimumDetectableEffect', 'name', 'power', 'role'];

describe('the word that was probably meant', () => {
  test.each([
    ['basline', 'baseline'],
    ['Baseline', 'baseline'],
    ['minimum_detectable_effect', 'minimumDetectableEffect'],
    ['minimum-detectable-efect', 'minimumDetectableEffect'],
    ['pwoer', 'power'],
    ['rol', 'role'],
    ['nmae', 'name'],
    ['min', 'minimumDetectableEffect'],
    ['colour', null],
    ['x', null],
    ['', null],
  ])('%j: %j', (word, meant) => {
    expect(closestWord(word, keys)).toBe(meant);
  });
});
