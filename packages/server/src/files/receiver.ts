/** Speaks the tus protocol, and keeps what has come of each upload until it is whole. */
export interface UploadReceiver {
  /**
   * Answers one request, which was let in already.
   *
   * @param id The upload: of a `POST` the one to be made.
   */
  handle(request: Request, id: string): Promise<Response>;
  /** What has come of an upload; `undefined` where nothing is known of it. */
  open(id: string): Promise<Blob | undefined>;
  /** What is not there stays so. */
  remove(id: string): Promise<void>;
}
