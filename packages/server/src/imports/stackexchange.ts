import type {Space} from '@social-learning/protocol';
import {StartError} from '../internal/start-error.ts';
import type {Store} from '../store/store.ts';

/** Where a dump goes. */
export interface ImportTarget {
  /** Slug; default the default organisation. */
  readonly organisation?: string | undefined;
  /** Slug; default the organisation's default space. A space that is not there is made. */
  readonly space?: string | undefined;
  readonly spaceName?: string;
  readonly readers?: Space['readers'];
}

/** What an import did. */
export interface ImportReport {
  /** Posts that were added. */
  readonly added: number;
  readonly lines: readonly string[];
}

export async function importStackExchange(_store: Store, _folder: string, _target: ImportTarget): Promise<ImportReport> {
  throw new StartError('Not yet.');
}
