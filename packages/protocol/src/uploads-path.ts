/** Where uploads are made, by the tus protocol, version 1.0. */
export const uploadsPath = '/v1/uploads';
