import type {Plugin} from 'rollup';

export function lazyTrustedTypes(): Plugin;
export function patchLit(code: string): string;
