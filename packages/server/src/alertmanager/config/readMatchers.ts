import { compileMatchers } from '@glasspane/promql';
import { isValidName, type Matcher, type MatcherOperator } from '@glasspane/promql/syntax';
import { readListOf, readRecordOf, readText } from '../../collect/config/readScalars.ts';
import type { YamlFields, YamlReader, YamlValue } from '../../collect/config/YamlValue.ts';
import { messageOf } from '../../store/storeErrors.ts';
import { parseMatchers } from '../parseMatcher.ts';

/** The fields that hold matchers, as they are and in the older forms. */
export interface MatcherFields {
  readonly matchers: string;
  readonly equals: string;
  readonly regexes: string;
}

/** Reads matchers from the three fields that may hold them; all of them count. */
export function readMatchers(fields: YamlFields, names: MatcherFields): readonly Matcher[] {
  const written = fields.optional(names.matchers, readListOf(readMatcherText), []).flat();
  return [
    ...written,
    ...fields.optional(names.equals, readPairs('='), []),
    ...fields.optional(names.regexes, readPairs('=~'), []),
  ];
}

function readMatcherText(value: YamlValue): readonly Matcher[] | undefined {
  const text = readText(value);
  if (text === undefined) return undefined;
  try {
    return parseMatchers(text);
  } catch (error) {
    return value.fail(`${value.path} must be a matcher such as severity="critical": ${messageOf(error)}`);
  }
}

function readPairs(operator: MatcherOperator): YamlReader<readonly Matcher[]> {
  return (value) => {
    const pairs = readRecordOf(readText)(value);
    if (pairs === undefined) return undefined;
    return Object.entries(pairs).flatMap(([name, text]): readonly Matcher[] => {
      const matcher = { name, operator, value: text };
      const fault = faultOf(matcher);
      if (fault !== undefined) value.fail(`${value.path}.${name}: ${fault}`);
      return fault === undefined ? [matcher] : [];
    });
  };
}

function faultOf(matcher: Matcher): string | undefined {
  if (!isValidName(matcher.name)) return `${JSON.stringify(matcher.name)} is no label name`;
  try {
    compileMatchers([matcher]);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}
