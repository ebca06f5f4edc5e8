import {createReadStream} from 'node:fs';
import {SaxesParser} from 'saxes';
import {StartError} from '../internal/start-error.ts';

export type XmlRow = Readonly<Record<string, string | undefined>>;

/** Reads the `row` elements of a file of a dump, piece by piece. */
export async function* readRows(file: string): AsyncGenerator<XmlRow> {
  const parser = new SaxesParser();
  let rows: XmlRow[] = [];
  let failure: Error | undefined;
  parser.on('opentag', ({name, attributes}) => {
    if (name === 'row') rows.push(attributes);
  });
  parser.on('error', error => {
    failure ??= error;
  });
  const check = () => {
    if (failure) throw new StartError(`${file} is not XML of a dump: ${failure.message}`);
  };
  try {
    for await (const text of createReadStream(file, 'utf8')) {
      parser.write(text as string);
      check();
      yield* rows;
      rows = [];
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new StartError(`There is no ${file}.`);
    throw error;
  }
  parser.close();
  check();
  yield* rows;
}
