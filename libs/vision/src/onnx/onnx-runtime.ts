import { bulkhead } from 'cockatiel';
import type { OnnxModelFile } from './onnx-model-file';
import { OnnxSession } from './onnx-session';
import { DEFAULT_ONNX_SETTINGS, type OnnxSettings } from './onnx-settings';

/** The models of a process: each file is loaded once, and all of them share the processors. One a process is enough. */
export class OnnxRuntime {
  private readonly settings: OnnxSettings;
  private readonly turns;
  private readonly sessions = new Map<string, Promise<OnnxSession>>();

  constructor(settings: Partial<OnnxSettings> = {}) {
    this.settings = { ...DEFAULT_ONNX_SETTINGS, ...settings };
    this.turns = bulkhead(this.settings.concurrentCount, Infinity);
  }

  /**
   * The session of a file: loaded, checked and warmed at the first call, the same one from then on. A load that failed is
   * tried anew by the next call.
   * @throws VisionModelError `VISION_MODEL_MISSING`, `VISION_MODEL_CORRUPT`, `VISION_MODEL_FAILED`
   */
  open(file: OnnxModelFile): Promise<OnnxSession> {
    const known = this.sessions.get(file.path);
    if (known) return known;
    const session = OnnxSession.load(file, { settings: this.settings, turns: this.turns });
    this.sessions.set(file.path, session);
    session.catch(() => this.sessions.delete(file.path));
    return session;
  }

  /** Frees all sessions once their runs are over; runs that come later are refused. */
  async close(): Promise<void> {
    const opened = await Promise.allSettled(this.sessions.values());
    this.sessions.clear();
    await Promise.all(opened.map((one) => (one.status === 'fulfilled' ? one.value.close() : undefined)));
  }
}
