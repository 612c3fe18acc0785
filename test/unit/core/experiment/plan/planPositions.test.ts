import { describe, expect, test } from 'vitest';
import { planPositions } from '../../../../../src/core/experiment/plan/planPositions';
import type { JsonPath } from '../../../../../src/core/model/json';
import { examplePlanText, examplePlanWith } from '../../../../support/examplePlanText';
import { textIn } from '../../../../support/markedText';

describe('where things stand in a plan', () => {
  test.each<[JsonPath, string, string]>([
    [['unit'], 'user', 'unit'],
    [['design', 'power'], '0.8', 'power'],
    [['metrics', 0, 'minimumDetectableEffect', 'relative'], '0.05', 'relative'],
    [['variants', 1], '{ name: treatment, weight: 50 }', '- { name: treatment, weight: 50 }'],
    [['variants', 1, 'weight'], '50', 'weight'],
  ])('%j', (path, value, name) => {
    for (const text of [examplePlanText, examplePlanText.replaceAll('\n', '\r\n')]) {
      const positions = planPositions(text);
      expect(textIn(text, positions.valueSpan(path)!)).toBe(value);
      expect(textIn(text, positions.nearestSpan(path)!)).toBe(name);
    }
  });

  test('of what is missing, the last that is there', () => {
    const positions = planPositions(examplePlanText);
    expect(positions.valueSpan(['design', 'days'])).toBeNull();
    expect(textIn(examplePlanText, positions.nearestSpan(['design', 'days', 'x'])!)).toBe('design');
    expect(positions.nearestSpan(['launch'])).toEqual({
      start: { line: 0, column: 0 },
      end: { line: 0, column: 0 },
    });
  });

  test('a key without value stands for it', () => {
    const text = examplePlanWith('unit: user', 'unit:');
    expect(textIn(text, planPositions(text).valueSpan(['unit'])!)).toBe('unit');
  });

  test('nothing is known of a broken text', () => {
    expect(planPositions('a: [').valueSpan(['a'])).toBeNull();
    expect(planPositions('a: [').nearestSpan(['a'])).toBeNull();
  });
});
