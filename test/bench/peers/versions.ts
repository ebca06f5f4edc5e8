/** The widgets that ours is held against, in the versions that are measured. */
export const versions = {'artalk': '2.9.1', '@waline/client': '3.15.2'} as const;
