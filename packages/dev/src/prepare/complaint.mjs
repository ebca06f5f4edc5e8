/** Thrown for what a person can mend; its message is one sentence, and nobody needs a stack to go with it. */
export class Complaint extends Error {
  name = 'Complaint';
}

/** Runs a command line to its end; a complaint is printed as a sentence and ends in exit code 1. */
export async function tell(command) {
  try {
    process.exitCode = await command();
  } catch (error) {
    console.error(error instanceof Error && error.name === 'Complaint' ? error.message : error);
    process.exitCode = 1;
  }
}
