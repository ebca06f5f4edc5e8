import {Refusal} from '../http/refusal.ts';

const timings = /^((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:[ \t]+(.*))?$/;
const setting = /^(?:vertical:(?:rl|lr)|line:-?\d{1,3}(?:\.\d+)?%?(?:,(?:start|center|end))?|position:\d{1,3}(?:\.\d+)?%(?:,(?:line-left|center|line-right))?|size:\d{1,3}(?:\.\d+)?%|align:(?:start|center|end|left|right))$/;
/** Tags that mean something to who listens: voices, languages, emphasis, ruby, and the time of a word. Classes are for styles, and go. */
const tag = /<(?:\/?(?:b|i|u|ruby|rt|v|lang|c)(?:\.[^\s<>&.]+)*(?:[ \t][^<>&]*)?|(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})>/g;
const mostCues = 20_000;

/**
 * Captions in WebVTT, strictly read and written anew: styles, regions and notes are left out, and so is what no player needs.
 * Throws a refusal that names the line at fault.
 */
export function cleanCaptions(text: string): string {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').split('\n');
  if (text.includes('\u0000')) throw refuse(0, 'It holds a character that no text has.');
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0]!)) throw refuse(0, 'It must begin with “WEBVTT”.');
  const cues: string[] = [];
  let at = 1;
  while (at < lines.length && lines[at] !== '') {
    if (lines[at]!.includes('-->')) throw refuse(at, 'An empty line must stand before the first cue.');
    at++;
  }
  let last = 0;
  while (at < lines.length) {
    if (lines[at] === '') {
      at++;
      continue;
    }
    const start = at;
    while (at < lines.length && lines[at] !== '') at++;
    const block = lines.slice(start, at);
    if (/^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(block[0]!) && !block[0]!.includes('-->')) continue;
    const timed = block[0]!.includes('-->') ? 0 : 1;
    if (block[timed]?.includes('-->') !== true) throw refuse(start + timed, 'The times of a cue are missing.');
    const cue = readCue(block.slice(timed), start + timed, last);
    last = cue.begins;
    cues.push(cue.text);
    if (cues.length > mostCues) throw refuse(start, `There are more than ${mostCues} cues.`);
  }
  return `WEBVTT\n\n${cues.join('\n\n')}\n`;
}

function readCue([head = '', ...body]: readonly string[], line: number, last: number): {begins: number; text: string} {
  const match = timings.exec(head);
  if (!match) throw refuse(line, 'Times are written like 00:01.500 --> 00:04.000.');
  const [, from, until, settings = ''] = match;
  const begins = seconds(from!);
  if (seconds(until!) <= begins) throw refuse(line, 'A cue must end after it begins.');
  if (begins < last) throw refuse(line, 'Cues must stand in the order in which they begin.');
  const kept = settings.split(/[ \t]+/).filter(each => setting.test(each));
  if (body.some(each => each.includes('-->'))) throw refuse(line + 1, 'An empty line must stand between two cues.');
  return {begins, text: [[`${from} --> ${until}`, ...kept].join(' '), ...body.map(cleanLine)].join('\n')};
}

/** Text with the tags that are taken; any other `<` is written as text. */
function cleanLine(line: string): string {
  let clean = '';
  let at = 0;
  for (const {0: found, index} of line.matchAll(tag)) {
    clean += line.slice(at, index).replaceAll('<', '&lt;') + found.replace(/^(<\/?[a-z]+)(?:\.[^\s<>]+)+/, '$1');
    at = index + found.length;
  }
  return clean + line.slice(at).replaceAll('<', '&lt;');
}

const seconds = (time: string): number => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

const refuse = (line: number, words: string) => new Refusal('invalid', `These captions cannot be read at line ${line + 1}: ${words}`);
