/** Elements of one page take turns, so that twenty of them do not hold it up together: the browser answers the reader in between. */

let channel: MessageChannel | undefined;
let isTaken = false;
const waiting: (() => void)[] = [];

/** Settles when it is one's turn: at once for the first in a task, and for each of the others in a task of its own. */
export function turn(): Promise<void> {
  return new Promise(resolve => {
    if (isTaken) {
      waiting.push(resolve);
      return;
    }
    isTaken = true;
    resolve();
    channel ??= openChannel();
    channel.port2.postMessage(null);
  });
}

/** A message to oneself is the soonest task there is: timers wait for some milliseconds. */
function openChannel(): MessageChannel {
  const opened = new MessageChannel();
  opened.port1.onmessage = () => {
    const next = waiting.shift();
    isTaken = next !== undefined;
    if (!next) return;
    next();
    opened.port2.postMessage(null);
  };
  return opened;
}

/** Milliseconds of a frame that are used before the rest waits for the next one. */
const ofFrame = 8;

const tasks = new Set<() => void>();
let frame = 0;

/** Runs a task in the next frame that has time for it. One that waits already waits on. */
export function inFrame(task: () => void): void {
  tasks.add(task);
  frame ||= requestAnimationFrame(runTasks);
}

/** Takes back what was to be run by {@link inFrame}. */
export function cancelFrame(task: () => void): void {
  tasks.delete(task);
}

function runTasks(): void {
  const end = performance.now() + ofFrame;
  for (const task of tasks) {
    tasks.delete(task);
    task();
    if (performance.now() >= end) break;
  }
  frame = tasks.size > 0 ? requestAnimationFrame(runTasks) : 0;
}
