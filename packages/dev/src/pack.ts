import {packPackages} from './build/pack.ts';
import {tell} from './prepare/complaint.mjs';

const folder = 'release';

/** Packs what `npm run build` has built into `release/`, ready for `npm publish release/*.tgz`. */
await tell(() => {
  for (const file of packPackages(folder).values()) console.log(file);
  return 0;
});
