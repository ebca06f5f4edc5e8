export {setPageDefaults} from './page-defaults.ts';
export {prefetch, readUrl} from './prefetch.ts';
