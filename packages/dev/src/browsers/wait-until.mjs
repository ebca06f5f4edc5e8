/** Asks again and again until the answer is yes; gives up after `timeout` milliseconds. */
export async function waitUntil(question, what, timeout = 20_000) {
  const deadline = Date.now() + timeout;
  while (!(await question())) {
    if (Date.now() > deadline) throw new Error(`Waited ${timeout} ms in vain for ${what}.`);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}
