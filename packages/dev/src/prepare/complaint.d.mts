export class Complaint extends Error {}
export function tell(command: () => number | Promise<number>): Promise<void>;
