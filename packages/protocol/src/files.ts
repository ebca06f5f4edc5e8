/** What a file can be for. `captions` go with a video or a recording. */
export const fileKinds = ['video', 'audio', 'image', 'document', 'captions'] as const;
export type FileKind = (typeof fileKinds)[number];

/** One format in which files are taken: what its bytes are, what it is called, and what it may be declared as. */
export interface FileFormat {
  readonly kind: FileKind;
  /** The type under which it is served. */
  readonly type: string;
  readonly extensions: readonly string[];
  /** Other types that browsers declare for it. */
  readonly aliases: readonly string[];
}

/** Every format that is taken. Whatever else a file turns out to be, it is refused. */
export const fileFormats = {
  mp4: {kind: 'video', type: 'video/mp4', extensions: ['mp4', 'm4v'], aliases: ['video/x-m4v']},
  webm: {kind: 'video', type: 'video/webm', extensions: ['webm'], aliases: ['audio/webm']},
  mov: {kind: 'video', type: 'video/quicktime', extensions: ['mov'], aliases: []},
  mp3: {kind: 'audio', type: 'audio/mpeg', extensions: ['mp3'], aliases: ['audio/mp3']},
  m4a: {kind: 'audio', type: 'audio/mp4', extensions: ['m4a'], aliases: ['audio/x-m4a', 'audio/m4a', 'video/mp4']},
  ogg: {kind: 'audio', type: 'audio/ogg', extensions: ['ogg', 'oga', 'opus'], aliases: ['application/ogg', 'video/ogg', 'audio/opus']},
  wav: {kind: 'audio', type: 'audio/wav', extensions: ['wav'], aliases: ['audio/x-wav', 'audio/wave', 'audio/vnd.wave']},
  jpg: {kind: 'image', type: 'image/jpeg', extensions: ['jpg', 'jpeg'], aliases: ['image/jpg']},
  png: {kind: 'image', type: 'image/png', extensions: ['png'], aliases: []},
  webp: {kind: 'image', type: 'image/webp', extensions: ['webp'], aliases: []},
  gif: {kind: 'image', type: 'image/gif', extensions: ['gif'], aliases: []},
  pdf: {kind: 'document', type: 'application/pdf', extensions: ['pdf'], aliases: []},
  vtt: {kind: 'captions', type: 'text/vtt', extensions: ['vtt'], aliases: []},
} as const satisfies Record<string, FileFormat>;
export type FormatName = keyof typeof fileFormats;

/** Bytes of a file of each kind, at most, where the backend sets no other limits. */
export const fileSizes: Readonly<Record<FileKind, number>> = {
  video: 1_073_741_824, audio: 268_435_456, image: 26_214_400, document: 52_428_800, captions: 1_048_576,
};

/**
 * The format that a file claims by its name and its declared type, as far as these agree: `undefined` where they do not,
 * and where the format is not taken. A file without a declared type is taken by its name.
 */
export function claimedFormat(name: string, type: string): FormatName | undefined {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const declared = type.split(';')[0]!.trim().toLowerCase();
  const found = Object.entries(fileFormats).find(([, {extensions}]) => (extensions as readonly string[]).includes(extension));
  if (!found) return undefined;
  const [format, {type: own, aliases}] = found;
  return declared === '' || declared === own || (aliases as readonly string[]).includes(declared) ? (format as FormatName) : undefined;
}
