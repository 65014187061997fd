export { buildLogql, type LogqlParts, narrowLogql } from './buildLogql.ts';
export { interpolateLogql } from './interpolateLogql.ts';
export type { LineFilter, LineFilterOperator, LogqlQuery } from './LogqlQuery.ts';
export { LogqlSyntaxError } from './LogqlSyntaxError.ts';
export { type LogSeverity, logLevelOf } from './logLevelOf.ts';
export { parseLogql, parseStreamSelector } from './parseLogql.ts';
export { printLogql } from './printLogql.ts';
