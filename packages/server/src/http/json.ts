import {Refusal} from './refusal.ts';

const deepest = 32;
const poisonous = new Set(['__proto__', 'constructor', 'prototype']);
const escapes: Readonly<Record<string, string>> = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'};
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// Control characters must be escaped (RFC 8259, section 7).
// eslint-disable-next-line no-control-regex
const plainPattern = /[^"\\\u0000-\u001f]*/y;

/**
 * Parses JSON (RFC 8259) more strictly than `JSON.parse`: a key twice, keys that reach prototypes, numbers beyond a double,
 * U+0000, half surrogate pairs and depths beyond 32 are refused, each with the place.
 */
export function parseJson(text: string): unknown {
  return new JsonReader(text).read();
}

class JsonReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): unknown {
    if (this.#text.startsWith('\uFEFF')) throw malformed('The body begins with a byte order mark; JSON has none.', '');
    const value = this.#value('', 0);
    this.#space();
    if (this.#at < this.#text.length) throw this.#unexpected('');
    return value;
  }

  #value(path: string, depth: number): unknown {
    this.#space();
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(path, depth + 1);
      case '[':
        return this.#array(path, depth + 1);
      case '"':
        return this.#string(path);
      case 't':
        return this.#word('true', true, path);
      case 'f':
        return this.#word('false', false, path);
      case 'n':
        return this.#word('null', null, path);
      default:
        return this.#number(path);
    }
  }

  #object(path: string, depth: number): Record<string, unknown> {
    this.#enter(path, depth);
    const object: Record<string, unknown> = {};
    if (this.#ends('}')) return object;
    for (;;) {
      this.#space();
      if (this.#text[this.#at] !== '"') throw this.#unexpected(path);
      const key = this.#string(path);
      const inner = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 100)}`;
      if (poisonous.has(key)) throw new Refusal('invalid', `“${key}” is not a field of this request.`, {field: inner});
      if (Object.hasOwn(object, key)) throw malformed(`“${key.slice(0, 100)}” stands twice in one object.`, inner);
      this.#space();
      if (this.#text[this.#at] !== ':') throw this.#unexpected(inner);
      this.#at++;
      object[key] = this.#value(inner, depth);
      if (this.#closes('}', path)) return object;
    }
  }

  #array(path: string, depth: number): unknown[] {
    this.#enter(path, depth);
    const array: unknown[] = [];
    if (this.#ends(']')) return array;
    for (;;) {
      array.push(this.#value(`${path}/${array.length}`, depth));
      if (this.#closes(']', path)) return array;
    }
  }

  #enter(path: string, depth: number): void {
    if (depth > deepest) throw malformed(`The body is nested deeper than ${deepest} levels.`, path);
    this.#at++;
  }

  #ends(bracket: string): boolean {
    this.#space();
    if (this.#text[this.#at] !== bracket) return false;
    this.#at++;
    return true;
  }

  #closes(bracket: string, path: string): boolean {
    if (this.#ends(bracket)) return true;
    if (this.#text[this.#at] !== ',') throw this.#unexpected(path);
    this.#at++;
    return false;
  }

  #string(path: string): string {
    this.#at++;
    let value = '';
    for (;;) {
      plainPattern.lastIndex = this.#at;
      const plain = plainPattern.exec(this.#text)![0];
      value += plain;
      this.#at += plain.length;
      const next = this.#text[this.#at];
      if (next === '"') break;
      if (next !== '\\') throw this.#unexpected(path);
      value += this.#escape(path);
    }
    this.#at++;
    if (value.includes('\u0000')) throw new Refusal('invalid', 'Text must not contain the character U+0000.', {field: path});
    if (!value.isWellFormed()) throw new Refusal('invalid', 'Text must not contain half of a surrogate pair.', {field: path});
    return value;
  }

  #escape(path: string): string {
    const letter = this.#text[this.#at + 1] ?? '';
    if (letter === 'u') {
      const digits = this.#text.slice(this.#at + 2, this.#at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw this.#unexpected(path);
      this.#at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const character = escapes[letter];
    if (character === undefined) throw this.#unexpected(path);
    this.#at += 2;
    return character;
  }

  #number(path: string): number {
    numberPattern.lastIndex = this.#at;
    const found = numberPattern.exec(this.#text)?.[0];
    if (found === undefined) throw this.#unexpected(path);
    const value = Number(found);
    if (!Number.isFinite(value)) throw malformed('A number is too large.', path);
    this.#at += found.length;
    return value;
  }

  #word<Value>(word: string, value: Value, path: string): Value {
    if (!this.#text.startsWith(word, this.#at)) throw this.#unexpected(path);
    this.#at += word.length;
    return value;
  }

  #space(): void {
    while (' \n\r\t'.includes(this.#text[this.#at] ?? 'x')) this.#at++;
  }

  #unexpected(path: string): Refusal {
    const place = this.#at < this.#text.length ? `at character ${this.#at + 1}` : 'at its end';
    return malformed(`The body is not JSON: it goes wrong ${place}.`, path);
  }
}

const malformed = (detail: string, field: string) => new Refusal('malformed', detail, {field});
