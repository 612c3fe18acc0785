import { describe, expect, test } from 'vitest';
import { hoverYaml } from '../../../../src/core/help/hoverYaml';
import { fieldsOfKind, type YamlSchemaKind } from '../../../../src/core/help/yamlFileKinds';
import type { FieldNode } from '../../../../src/core/schema/fieldNode';
import { atCaret, textIn } from '../../../support/markedText';

function check(marked: string, word: string, title: string, kind: YamlSchemaKind = 'plan') {
  test(JSON.stringify(marked), () => {
    const { text, position } = atCaret(marked);
    const hover = hoverYaml(kind, text, position);
    expect(hover && textIn(text, hover.span)).toBe(word);
    expect(hover!.markdown).toContain(`**${title}**`);
  });
}

describe('help for the word under the mouse', () => {
  check('design: { po‸wer: 0.8 }', 'power', 'Power');
  check('design: { power: 0‸.8 }', '0.8', 'Power');
  check('design:\r\n  "pow‸er": 0.8\r\n', '"power"', 'Power');
  check('metrics:\n  - { name: x, baseline: 0.0‸52', '0.052', 'Baseline');
  check('metrics:\n  - ro‸le: primary', 'role', 'Role');
  check('‸design:\n  x: [', 'design', 'Design');
  check('broken\n  }:\nflag: on‸e', 'one', 'Flag');
  check('include:\n  - ap‸ps/', 'apps/', 'Include', 'settings');
  check('metrics: { errorRate: { base‸line: 1 } }', 'baseline', 'Baseline', 'settings');

  test('says meaning, value, unit, use, default and example', () => {
    const { text, position } = atCaret('design: { pow‸er: 0.8 }');
    expect(hoverYaml('plan', text, position)!.markdown).toBe(`**Power** (\`power\`)

Chance to detect the minimum detectable effect if it is there (1 − type II error).

- Value: a number above 0 and below 1
- Unit: probability
- In use: usually 0.8 or 0.9
- Default: \`0.8\`
- Example: \`0.8\``);
  });

  test.each(['‸', '# de‸sign', 'surprise‸: 1', 'design: ‸ { }', 'flag: x\n‸\n'])(
    'none at %j',
    (marked) => {
      const { text, position } = atCaret(marked);
      expect(hoverYaml('plan', text, position)).toBeNull();
    },
  );
});

describe('the schemas', () => {
  test.each<YamlSchemaKind>(['plan', 'settings'])(
    '%s: every field has a title, a description and an example',
    (kind) => {
      const seen: string[] = [];
      const visit = (field: FieldNode, path: string) => {
        const { shape, help } = field;
        switch (shape.kind) {
          case 'map':
            for (const [key, inner] of shape.fields) {
              const at = `${path}.${key}`;
              expect(inner.help, at).toMatchObject({
                title: expect.stringMatching(/./),
                description: expect.stringMatching(/[.:]$/),
              });
              seen.push(at);
              visit(inner, at);
            }
            return;
          case 'list':
            return visit(shape.item, path);
          case 'record':
            return visit(shape.value, path);
          case 'either':
            return shape.options.forEach((option) => visit(option, path));
          default:
            expect(help === null || help.example !== undefined).toBe(true);
        }
      };
      visit(fieldsOfKind(kind), kind);
      expect(seen.length).toBeGreaterThan(20);
    },
  );
});
