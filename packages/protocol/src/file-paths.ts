/** Where uploads are made, by the tus protocol, version 1.0. */
export const uploadsPath = '/v1/uploads';

/** Below it are the files, at signed addresses. */
export const filesPath = '/v1/files';
