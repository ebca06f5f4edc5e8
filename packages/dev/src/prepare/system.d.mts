/** A program that is needed, where it is found, and the Debian package that brings it. */
export interface Need {
  readonly name: string;
  readonly package: string;
  readonly found: () => boolean;
}

export const benchNeeds: readonly Need[];

/** Throws a `Complaint` that says what to install where it cannot be installed from here. */
export function installSystemPackages(wanted?: readonly Need[]): void;
