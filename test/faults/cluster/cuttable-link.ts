import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from './free-port';

/** A network link to a local port that can be cut: packets then vanish, connections stay open and silent. */
export class CuttableLink {
  private readonly sockets = new Set<Socket>();
  private server: Server | null = null;
  private isCut = false;

  constructor(private readonly targetPort: number) {}

  /** @returns port of this end */
  async open(): Promise<number> {
    const port = await freePort();
    this.server = createServer((socket) => this.join(socket));
    await new Promise<void>((resolve) => this.server?.listen(port, '127.0.0.1', resolve));
    return port;
  }

  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.unpipe().pause();
  }

  /** Connections from before the cut stay lost, as after a router's restart. */
  mend(): void {
    this.isCut = false;
    for (const socket of this.sockets) socket.destroy();
  }

  close(): void {
    this.mend();
    this.server?.close();
  }

  private join(near: Socket): void {
    this.track(near);
    if (this.isCut) return void near.pause();
    const far = connect(this.targetPort, '127.0.0.1');
    this.track(far);
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  }

  private track(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
  }
}
