import {fileURLToPath} from 'node:url';
import resolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import {chunkManifest} from './packages/dev/src/build/chunk-manifest.mjs';
import {lazyTrustedTypes} from './packages/dev/src/build/lazy-trusted-types.mjs';
import {minifyTemplates} from './packages/dev/src/build/minify-templates.mjs';
import {transpile} from './packages/dev/src/build/transpile.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

const isLoader = id => /\/(cdn\/sl|sdk\/src\/(loader|page-defaults|prefetch))\.ts$/.test(id);

/** What all elements use but the posts of a thread, which are on screen before it. */
const isCommon = id => (/\/node_modules\/(lit|lit-html|lit-element)\//.test(id) && !/\/directives?[/.-]/.test(id)) ||
  /\/elements\/src\/internal\/(control\.styles|failure-words|notices)\.ts$|\/sdk\/src\/(abilities|may-pass)\.ts$|\/protocol\/src\/(limits|reading-permissions)\.ts$/.test(id);

/** The SDK as far as reading needs it, and what every element is made with. The loader's own modules stay with the loader. */
const isCore = id => /\/node_modules\/(@lit\/reactive-element|nanostores|tslib)\//.test(id) || /\/@lit\/localize\/(lit-localize|init\/install|internal\/(default-msg|str-tag|locale-status-event|types))\.js$/.test(id) ||
  /\/sdk\/src\/(browser-environment|client|configure|drafts|errors|guard|http-backend|live-feed|memory-storage|post-list|session|thread|thread-core)\.ts$/.test(id) ||
  /\/protocol\/src\/(feed|ids|content|file-paths|reading-routes)\.ts$/.test(id) ||
  /\/elements\/src\/internal\/(avatar|avatar\.styles|client-controller|content|content\.styles|define|permalink-hash|element-states|follow-language|frame\.styles|icons|idle|locale|near-controller|nearest|store-controller|times|turns|turn-element)\.ts$/.test(id) ||
  /\/elements\/src\/generated\/locale-codes\.ts$/.test(id);

/** What is there to show a conversation is used at once: V8 compiles all of it while it arrives, on another thread, and not once more when it is called. */
const calledOnLoad = '# allFunctionsCalledOnLoad';
const isCalledOnLoad = ({name}) => ['sl', 'core', 'thread.define'].includes(name);

/** The files for a script tag: a small loader, and a chunk for each element and for what elements share. */
export default {
  input: {sl: process.env.CDN_ENTRY ?? 'packages/elements/src/cdn/sl.ts'},
  // The loader's code stays in sl.js, whose address it reads; a file of its own would also be one more way to go.
  preserveEntrySignatures: 'allow-extension',
  // What of it translates comes where it is called for, and not with what only marks words.
  treeshake: {moduleSideEffects: id => !/\/@lit\/localize\//.test(id)},
  plugins: [
    resolve({exportConditions: ['@social-learning/source', 'browser', 'production'], extensions: ['.ts', '.js', '.mjs']}),
    // nanostores asks for it.
    replace({preventAssignment: true, values: {'process.env.NODE_ENV': '"production"'}}),
    lazyTrustedTypes(),
    minifyTemplates(),
    transpile({tsconfig: `${root}tsconfig.json`}),
    terser({module: true, ecma: 2022, compress: {passes: 3, unsafe_arrows: true, unsafe_methods: true, keep_fargs: false}, mangle: {properties: false}, format: {comments: new RegExp(`^!|^${calledOnLoad}`)}}),
    chunkManifest({root}),
  ],
  output: {
    dir: process.env.CDN_FOLDER ?? 'packages/elements/cdn',
    format: 'es',
    sourcemap: true,
    banner: chunk => (isCalledOnLoad(chunk) ? `//${calledOnLoad}` : ''),
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    // What every element needs, in one file: it compresses better, and one request is faster than three.
    // Without what these import besides: the index of the SDK names what only writing needs.
    onlyExplicitManualChunks: true,
    manualChunks: id => (isCommon(id) ? 'common' : isCore(id) ? 'core' : isLoader(id) ? 'sl' : undefined),
  },
  onwarn(warning) {
    throw new Error(warning.message);
  },
};
