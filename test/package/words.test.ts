import assert from 'node:assert/strict';
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {before, after, test} from 'node:test';
import ts from 'typescript';
import {list} from '../../packages/dev/src/parts/files.ts';
import {runTool} from '../../packages/dev/src/process/tool.ts';

const elements = 'packages/elements';
const settings = JSON.parse(readFileSync(`${elements}/lit-localize.json`, 'utf8')) as {
  targetLocales: string[]; tsConfig: string; output: {outputDir: string; localeCodesModule: string}; interchange: {xliffDir: string};
};

/** What reads the same as in English, each looked at: signs alone, and words that the language has from the same place. */
const alike: Readonly<Record<string, readonly string[]>> = {
  nl: ['1 mentor', 'Checklist', 'Code', 'Emoji', 'In', 'Link', 'Team', 'Teams', 'Top', 'Document', 'Video'],
  de: ['Code', 'Emoji', 'In', 'Kudos', 'Link', 'Mentoring', 'Moderation', 'Moderation: {0}', 'Name', 'Team', 'Teams', 'Videos'],
  fr: [
    '1 mentor', '1 point', 'Code', 'Conversation', 'Document', 'Documents', 'Notes', 'Notifications', 'Place', 'Points', 'Question', 'Version {0}',
  ],
  es: ['Video', 'Videos'],
  ar: [],
};

const units = (xliff: string) => new Map(
  [...xliff.matchAll(/<trans-unit id="([^"]+)">([\s\S]*?)<\/trans-unit>/g)].map(([, id, body]) => [id!, body!]),
);
const placeholders = (text: string | undefined) => [...(text ?? '').matchAll(/<x id="(\d+)"/g)].map(([, id]) => id).sort();
const part = (body: string, name: 'source' | 'target') => new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(body)?.[1];
/** A text with its placeholders by number, to be read. */
const readable = (text: string) => text.replace(/<x id="(\d+)"[^>]*\/>/g, '{$1}').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
/** Signs that mean something to whoever reads: Markdown, tags, addresses, names of files. */
const signs = (text: string) => [...readable(text).matchAll(/\*\*|`|<[^>]+>|https?:\/\/|\bsl\.js\b|\.vtt\b/g)].map(([sign]) => sign).sort();

let folder: string;
const extracted = new Map<string, Map<string, string>>();

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'words-'));
  cpSync(`${elements}/${settings.interchange.xliffDir}`, join(folder, 'xliff'), {recursive: true});
  const file = join(elements, '.lit-localize.check.json');
  writeFileSync(file, JSON.stringify({...settings, interchange: {format: 'xliff', xliffDir: join(folder, 'xliff')}}));
  try {
    const {code, output} = await runTool('node_modules/@lit/localize-tools/bin/lit-localize.js', ['extract', '--config', file]);
    assert.equal(code, 0, output);
  } finally {
    rmSync(file, {force: true});
  }
  for (const locale of settings.targetLocales) extracted.set(locale, units(readFileSync(join(folder, 'xliff', `${locale}.xlf`), 'utf8')));
});

after(() => rmSync(folder, {recursive: true}));

test('every word on screen is extracted, and said in every language with all that stands in it', () => {
  assert.deepEqual(readdirSync(join(folder, 'xliff')).sort(), settings.targetLocales.map(locale => `${locale}.xlf`).sort());
  for (const [locale, needed] of extracted) {
    const built = readFileSync(`${elements}/${settings.output.outputDir}/${locale}.ts`, 'utf8');
    assert.ok(needed.size > 50, 'words were found');
    for (const [id, body] of needed) {
      const [source, target] = [part(body, 'source')!, part(body, 'target')];
      assert.ok(target !== undefined && target.trim() !== '', `${locale} lacks “${readable(source)}”`);
      assert.deepEqual(placeholders(target), placeholders(source), `${locale} says “${readable(source)}” without what stands in it`);
      assert.deepEqual(signs(target), signs(source), `${locale} says “${readable(source)}” with other signs: “${readable(target)}”`);
      assert.ok(built.includes(`'${id}'`), `${locale} was not built since “${readable(source)}” came; run lit-localize build`);
    }
  }
});

test('no language is left in English, except where it says the same', () => {
  for (const [locale, needed] of extracted) {
    const same = [...needed.values()]
      .filter(body => part(body, 'source') === part(body, 'target'))
      .map(body => readable(part(body, 'source')!))
      .filter(text => /\p{L}{2}/u.test(text));
    assert.deepEqual(same.sort(), [...alike[locale]!].sort(), `${locale} says in English`);
  }
});

test('every language that is told of has its chunk and its place in the documentation', () => {
  const loader = readFileSync(`${elements}/src/internal/translations.ts`, 'utf8');
  const table = readFileSync('docs/languages.md', 'utf8');
  for (const locale of settings.targetLocales) {
    assert.ok(loader.includes(`${locale}: () => import('../generated/locales/${locale}.ts')`), `${locale} is not loaded`);
    assert.ok(table.includes(`\`${locale}\``), `docs/languages.md does not name ${locale}`);
  }
});

test('no word reaches the screen without msg()', () => {
  const found: string[] = [];
  for (const file of list([`${elements}/src/**/*.ts`]).filter(name => !name.includes('/generated/'))) found.push(...bareWords(file, readFileSync(file, 'utf8')));
  assert.deepEqual(found, [], 'these are on screen in English only; wrap them in msg()');
});

test('a word without msg() is found wherever it can stand', () => {
  const code = [
    'html`<p>Bare words</p>`;',
    'html`<button aria-label="Bare words"></button>`;',
    "html`<button title=${'Bare words'}></button>`;",
    "html`<p>${ready ? msg('Fine') : 'Bare words'}</p>`;",
    "element.textContent = 'Bare words';",
    "element.ariaLabel = `Bare words ${name}`;",
    "element.setAttribute('aria-label', 'Bare words');",
    "Object.assign(make(), {textContent: ready ? 'Bare words' : ''});",
    "list.append(icon, 'Bare words');",
    "this.status = 'Bare words';",
  ];
  for (const line of code) assert.deepEqual(bareWords('a.ts', line), ['a.ts:1: Bare words'], line);
  const fine = ["html`<p class=\"bare words\" @click=${() => this.act('two words')}>${msg('Fine words')} ${name} · 3</p>`;", "element.className = 'bare words';", "element.textContent = '';", 'msg(html`<b>Fine words</b> here`);'];
  for (const line of fine) assert.deepEqual(bareWords('a.ts', line), [], line);
});

/** Attributes and properties that are read or read out. */
const spoken = /^(textContent|innerText|ariaLabel|ariaDescription|ariaValueText|ariaRoleDescription|title|alt|placeholder|status|label)$/;
const spokenAttribute = /(?:^|\s)(aria-label|aria-description|aria-valuetext|aria-roledescription|title|alt|placeholder)\s*=\s*"([^"]*)$/;

/** The words that some code puts on screen as they stand there. */
function bareWords(file: string, code: string): string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const say = (node: ts.Node, text: string) => {
    const words = text.replace(/&\w+;/g, ' ').replace(/\s+/g, ' ').trim();
    if (/\p{L}{2}/u.test(words)) found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${words}`);
  };

  /** What an expression may come to, as far as it is spelled out in it. */
  const sayValue = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) say(node, node.text);
    else if (ts.isTemplateExpression(node)) say(node, [node.head, ...node.templateSpans.map(({literal}) => literal)].map(({text}) => text).join(' '));
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(sayValue);
    else if (ts.isParenthesizedExpression(node)) sayValue(node.expression);
    else if (ts.isBinaryExpression(node) && /^(\|\||&&|\?\?|\+)$/.test(node.operatorToken.getText())) [node.left, node.right].forEach(sayValue);
    else if (ts.isArrayLiteralExpression(node)) node.elements.forEach(sayValue);
  };

  /** Goes through the text of a template, and knows at each value whether it stands between tags or in an attribute. */
  const sayTemplate = (template: ts.TemplateLiteral): void => {
    const spans = ts.isTemplateExpression(template) ? template.templateSpans : [];
    let markup = '';
    for (const [index, piece] of [ts.isTemplateExpression(template) ? template.head : template, ...spans.map(({literal}) => literal)].entries()) {
      markup += piece.text;
      const {expression} = spans[index] ?? {};
      if (expression) {
        const tag = markup.slice(markup.lastIndexOf('<'));
        const inTag = markup.lastIndexOf('<') > markup.lastIndexOf('>');
        const name = /([\w.@?-]+)=["']?$/.exec(tag)?.[1]?.replace(/^\./, '');
        if (!inTag || (name && (spoken.test(name) || spokenAttribute.test(` ${name}="`)))) sayValue(expression);
      }
      markup += '\u0000';
    }
    for (const text of markup.replace(/<!--[\s\S]*?-->/g, '').split(/<[^>]*>/)) say(template, text.replaceAll('\u0000', ' '));
    for (const [tag] of markup.matchAll(/<[^>]*>/g)) {
      for (const [, , text] of tag.matchAll(/\s(aria-label|aria-description|aria-valuetext|aria-roledescription|title|alt|placeholder)="([^"]*)"/g)) say(template, text!.replaceAll('\u0000', ' '));
    }
  };

  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'msg') return;
    if (ts.isTaggedTemplateExpression(node) && /^(html|svg)$/.test(node.tag.getText())) sayTemplate(node.template);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(node.left) && spoken.test(node.left.name.text)) sayValue(node.right);
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const called = node.expression.name.text;
      if (called === 'setAttribute' && node.arguments[1] && spokenAttribute.test(` ${(node.arguments[0] as ts.StringLiteral).text}="`)) sayValue(node.arguments[1]);
      if (/^(append|prepend|replaceChildren|before|after|replaceWith)$/.test(called)) node.arguments.forEach(sayValue);
      if (called === 'assign' && node.expression.expression.getText() === 'Object') {
        for (const argument of node.arguments.slice(1)) {
          if (!ts.isObjectLiteralExpression(argument)) continue;
          for (const property of argument.properties) if (ts.isPropertyAssignment(property) && spoken.test(property.name.getText())) sayValue(property.initializer);
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
