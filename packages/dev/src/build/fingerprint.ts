import {createHash} from 'node:crypto';
import {globSync, readFileSync} from 'node:fs';

/** Changes with the name or the text of any of the files. */
export function fingerprint(patterns: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of globSync(patterns).sort()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}
