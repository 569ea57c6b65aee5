/** A file that is sent as it is made. `headers` name its type and how to keep it. */
export class Download {
  readonly stream: ReadableStream<Uint8Array>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(stream: ReadableStream<Uint8Array>, headers: Readonly<Record<string, string>>) {
    this.stream = stream;
    this.headers = headers;
  }
}
