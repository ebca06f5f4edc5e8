import {relative, sep} from 'node:path';
import {gzipSync} from 'node:zlib';

/** Writes `manifest.json`: what each file weighs, what it is made of and what it loads. The size test reads it. */
export function chunkManifest({root}) {
  return {
    name: 'chunk-manifest',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter(({type}) => type === 'chunk').map(chunk => [chunk.fileName, {
        bytes: Buffer.byteLength(chunk.code),
        gzip: gzipSync(chunk.code, {level: 9}).length,
        entry: chunk.facadeModuleId ? tell(chunk.facadeModuleId) : null,
        imports: chunk.imports,
        dynamicImports: chunk.dynamicImports,
        modules: chunk.moduleIds.map(tell).sort(),
      }]);
      const source = JSON.stringify(Object.fromEntries(chunks.sort(([a], [b]) => a.localeCompare(b))), undefined, 2);
      this.emitFile({type: 'asset', fileName: 'manifest.json', source});
    },
  };

  function tell(id) {
    return relative(root, id.replace(/^\0/, '')).split(sep).join('/');
  }
}
