import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { GlasspaneError } from '@glasspane/core';
import { messageOf } from '../store/storeErrors.ts';
import { parseRuleFile } from './parseRuleFile.ts';
import type { RuleGroup } from './RuleGroup.ts';

/**
 * Reads files of rules.
 *
 * @param patterns - Paths; `*` stands for any characters in the last part of one.
 * @param defaultIntervalMs - How often groups are evaluated that do not say it.
 * @throws {@link GlasspaneError} When a file cannot be read or has faults.
 */
export async function readRuleFiles(
  patterns: readonly string[],
  defaultIntervalMs: number,
): Promise<readonly RuleGroup[]> {
  const files = new Set((await Promise.all(patterns.map(filesOf))).flat());
  const groups = await Promise.all(
    [...files].map(async (file) => parseRuleFile(await read(file), file, defaultIntervalMs)),
  );
  return groups.flat();
}

async function filesOf(pattern: string): Promise<readonly string[]> {
  const { dir, base } = path.parse(pattern);
  if (!base.includes('*')) return [pattern];
  const isMatch = new RegExp(`^${base.split('*').map(escapeRegex).join('.*')}$`);
  try {
    const names = await readdir(dir);
    return names
      .filter((name) => isMatch.test(name))
      .map((name) => path.join(dir, name))
      .sort();
  } catch {
    // As in Prometheus: a pattern that nothing matches is no fault.
    return [];
  }
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new GlasspaneError('invalid', `the rule file ${file} of rule_files cannot be read: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
