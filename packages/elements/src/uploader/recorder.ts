/** What can be recorded. */
export type Source = 'camera' | 'screen' | 'microphone';

/** MP4 first: every browser plays it, and knows how long it is. */
const types: Readonly<Record<'video' | 'audio', readonly string[]>> = {
  video: ['video/mp4', 'video/webm;codecs=vp9,opus', 'video/webm'],
  audio: ['audio/mp4', 'audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/webm'],
};
const extensions: Readonly<Record<string, string>> = {
  'video/mp4': 'mp4', 'video/webm': 'webm', 'audio/mp4': 'm4a', 'audio/ogg': 'ogg', 'audio/webm': 'webm',
};
/** Milliseconds of a slice: what was recorded until now is there, however it ends. */
const slice = 1_000;

/** The sources that this browser can record from. */
export function sourcesHere(): readonly Source[] {
  if (typeof MediaRecorder === 'undefined' || !navigator.mediaDevices) return [];
  return ['camera', ...('getDisplayMedia' in navigator.mediaDevices ? ['screen' as const] : []), 'microphone'];
}

/** A recording under way. */
export interface Recording {
  readonly source: Source;
  readonly stream: MediaStream;
  /** Milliseconds since the epoch, by this browser's clock. */
  readonly began: number;
  /** Ends it, and gives what was recorded. */
  stop(): Promise<File>;
  /** Ends it, and forgets what was recorded. */
  discard(): void;
}

/**
 * Asks the person for the source, and begins. Rejects with what the browser says where it may not or cannot.
 *
 * @param onEnd Called when it ends from outside, as by the browser's own button.
 */
export async function record(source: Source, name: string, onEnd: () => void): Promise<Recording> {
  const devices = navigator.mediaDevices;
  const stream = source === 'screen' ? await devices.getDisplayMedia({video: true, audio: true}) : await devices.getUserMedia({video: source === 'camera', audio: true});
  const kind = source === 'microphone' ? 'audio' : 'video';
  const mimeType = types[kind].find(type => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, mimeType === undefined ? {} : {mimeType});
  const slices: Blob[] = [];
  const ended = new Promise<void>(resolve => recorder.addEventListener('stop', () => resolve(), {once: true}));
  recorder.addEventListener('dataavailable', ({data}) => void (data.size > 0 && slices.push(data)));
  const end = () => {
    if (recorder.state !== 'inactive') recorder.stop();
    for (const track of stream.getTracks()) track.stop();
  };
  stream.getTracks()[0]?.addEventListener('ended', onEnd, {once: true});
  recorder.start(slice);
  return {
    source, stream, began: Date.now(),
    async stop() {
      end();
      await ended;
      const type = (recorder.mimeType || mimeType || '').split(';')[0]!;
      return new File(slices, `${name}.${extensions[type] ?? 'webm'}`, {type, lastModified: Date.now()});
    },
    discard: end,
  };
}
