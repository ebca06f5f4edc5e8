const tasks: IdleRequestCallback[] = [];

/** Lets work for idle time wait until it is asked for, so that it is not counted to what is on screen first. */
export function holdIdleTasks(): void {
  globalThis.requestIdleCallback = task => tasks.push(task);
}

/** Does what was put off, and what that puts off, until it is enough or nothing comes any more. */
export async function runIdleTasks(isEnough: () => boolean = () => false): Promise<void> {
  for (let quiet = 0; quiet < 30 && !isEnough(); quiet++) {
    if (tasks.length > 0) quiet = 0;
    for (const task of tasks.splice(0)) task({didTimeout: false, timeRemaining: () => 8});
    await frame();
  }
}

export const frame = () => new Promise(resolve => requestAnimationFrame(resolve));

/** Settles when what is in the DOM now was painted. */
export async function painted(): Promise<void> {
  await frame();
  await frame();
}
