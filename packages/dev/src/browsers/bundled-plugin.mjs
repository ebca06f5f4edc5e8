import {createRequire} from 'node:module';
import {build} from 'esbuild';

const require = createRequire(import.meta.url);

/**
 * Serves libraries that are CommonJS alone as modules, all from one bundle, so that what they share is there once.
 *
 * @param {readonly string[]} libraries - As they are imported.
 */
export function bundledPlugin(libraries) {
  const folder = '/__bundled';
  const fileOf = library => `${library.replaceAll('/', '-')}.js`;
  let files;
  return {
    name: 'bundled',
    async serverStart() {
      files = bundle(libraries, fileOf).catch(error => {
        // Seen on a loaded machine, once in many runs, and never twice; what it says tells why.
        console.error(`bundling ${libraries.join(', ')} failed, and is tried again: ${error.message}`);
        return bundle(libraries, fileOf);
      });
      await files;
    },
    resolveImport: ({source}) => (libraries.includes(source) ? `${folder}/${fileOf(source)}` : undefined),
    async serve({path}) {
      if (!path.startsWith(`${folder}/`)) return undefined;
      return {body: (await files).get(path.slice(folder.length + 1)), type: 'js'};
    },
  };
}

async function bundle(libraries, fileOf) {
  const names = library => Object.keys(require(library)).filter(name => name !== 'default' && /^[\w$]+$/.test(name));
  const {outputFiles} = await build({
    entryPoints: libraries.map(library => ({in: library, out: fileOf(library).replace(/\.js$/, '')})),
    outdir: '/',
    bundle: true,
    splitting: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
    define: {'process.env.NODE_ENV': '"production"'},
    plugins: [{
      name: 'named-exports',
      setup({onResolve, onLoad}) {
        onResolve({filter: /.*/}, ({path, kind}) => (kind === 'entry-point' ? {path, namespace: 'named'} : undefined));
        onLoad({filter: /.*/, namespace: 'named'}, ({path}) => ({
          contents: `import whole from '${path}'; export default whole; export const {${names(path).join(', ')}} = whole;`,
          resolveDir: process.cwd(),
        }));
      },
    }],
  }).catch(({errors}) => {
    // What went wrong is in a list that nobody prints.
    throw new Error(errors.map(({text, location}) => `${text} ${location?.file ?? ''}:${location?.line ?? ''} ${location?.lineText ?? ''}`).join('\n'));
  });
  return new Map(outputFiles.map(({path, text}) => [path.slice(1), text]));
}
