import {minifyHTMLLiterals} from 'minify-literals';

/** Takes needless white space out of our own html`` and css`` templates. */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    async transform(code, id) {
      if (id.includes('node_modules') || !/\b(?:html|css|svg)`/.test(code)) return null;
      return (await minifyHTMLLiterals(code, {fileName: id})) ?? null;
    },
  };
}
