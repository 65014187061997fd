import { describe, expect, it } from 'vitest';
import { InvalidDocumentError } from '../errors/InvalidDocumentError.ts';
import { parseTransformations } from './parseTransformations.ts';

const issuesOf = (input: unknown): unknown => {
  try {
    return parseTransformations(input);
  } catch (error) {
    return error instanceof InvalidDocumentError
      ? error.issues.map(({ path, message }) => `${path}: ${message}`)
      : error;
  }
};

describe('parseTransformations', () => {
  it('keeps what it does not know', () => {
    const steps = [{ type: 'limit', count: 5, fromTheFuture: { x: 1 } }];
    expect(parseTransformations(steps)).toEqual(steps);
  });

  it.each<[unknown, readonly string[]]>([
    [5, ['transformations: expected a list, found 5']],
    [[{}], ['transformations[0].type: expected a text, found nothing']],
    [[{ type: 'limit' }], ['transformations[0].count: expected a number, found nothing']],
    [[{ type: 'limit', count: -1 }], ['transformations[0].count: expected at least 0, found -1']],
    [
      [
        { type: 'limit', count: 1 },
        { type: 'calculateField', calculation: { mode: 'eval', code: 'alert(1)' } },
      ],
      ['transformations[1].calculation.mode: must be "binary", "unary", "reduce" or "index"'],
    ],
    [
      [
        {
          type: 'calculateField',
          calculation: { mode: 'binary', left: {}, operator: '+', right: { value: 1 } },
        },
      ],
      [
        'transformations[0].calculation.left: must be a field, such as {"field": "used"}, or a number, such as {"value": 100}',
      ],
    ],
    [
      [{ type: 'renameByRegex', pattern: '(', replacement: '' }],
      ['transformations[0].pattern: error parsing regexp: missing closing ): `(`'],
    ],
    [
      [{ type: 'filterByName', pattern: 'a\\Q(' }],
      ['transformations[0].pattern: must end its quotations: \\Q with \\E'],
    ],
    [
      [{ type: 'filterByValue', conditions: [{ field: 'x', is: 'greater' }] }],
      ['transformations[0].conditions[0].value: is needed to tell what "greater" compares with'],
    ],
    [
      [{ type: 'filterByValue', conditions: [{ field: 'x', is: 'between', value: 'a' }] }],
      [
        'transformations[0].conditions[0].value: must be a number for "between"',
        'transformations[0].conditions[0].to: is needed: the largest value that is between',
      ],
    ],
    [
      [{ type: 'filterByValue', conditions: [{ field: 'x', is: 'matches', value: '[' }] }],
      ['transformations[0].conditions[0].value: error parsing regexp: missing closing ]: `[`'],
    ],
    [[{ type: 'histogram', bucketSize: 0 }], ['transformations[0].bucketSize: must be more than 0, found 0']],
  ])('says where %j is wrong', (input, issues) => {
    expect(issuesOf(input)).toEqual(issues);
  });

  it('names a kind that it does not know, and those that it does', () => {
    expect(issuesOf([{ type: 'limit', count: 1 }, { type: 'constructor' }])).toEqual([
      expect.stringMatching(
        /^transformations\[1\]\.type: "constructor" is no known transformation; there are reduce, /,
      ),
    ]);
  });
});
