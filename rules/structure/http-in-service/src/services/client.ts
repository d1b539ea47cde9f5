// The browser's own types: this service calls another server.
export class OrderClient {
  // ok: structure/http-in-service
  private async parse(response: Response) {
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  }

  // ok: structure/http-in-service
  async send(request: Request) {
    return this.parse(await fetch(request));
  }
}
