import { useCallback, useEffect, useRef, useState } from 'react';
import { limits } from '@samsyn/domain/shared/limits';

/** Where a recording stands. */
export type RecorderState = 'ready' | 'asking' | 'recording' | 'refused' | 'missing';

const longest = limits.recordingMinutes * 60_000;
// Small and playable nearly everywhere; Safari offers only mp4.
const wanted = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus', 'audio/webm'];

/** Records with the device's microphone, at most as long as a recording may be, and hands over the bytes. */
export function useRecorder(done: (bytes: Blob, durationMs: number) => void) {
  const [state, setState] = useState<RecorderState>(() => (canRecord() ? 'ready' : 'missing'));
  const [elapsedMs, setElapsed] = useState(0);
  const [level, setLevel] = useState(0);
  const stopping = useRef<(() => void) | null>(null);
  const handOver = useRef(done);
  useEffect(() => {
    handOver.current = done;
  });

  const stop = useCallback(() => stopping.current?.(), []);
  useEffect(() => stop, [stop]);

  const start = useCallback(async () => {
    if (!canRecord()) return setState('missing');
    setState('asking');
    let stream: MediaStream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      return setState('refused');
    }
    const mimeType = wanted.find((type) => MediaRecorder.isTypeSupported(type));
    const recorder = new MediaRecorder(stream, { ...(mimeType ? { mimeType } : {}), audioBitsPerSecond: 32_000 });
    const parts: Blob[] = [];
    const began = performance.now();
    const meter = levelOf(stream);
    const ticking = setInterval(() => {
      const passed = performance.now() - began;
      setElapsed(Math.min(passed, longest));
      setLevel(meter.now());
      // A little earlier than the limit, so that the last part is never refused for a moment too much.
      if (passed >= longest - 500) stopping.current?.();
    }, 100);
    recorder.ondataavailable = (event) => {
      if (event.data.size > 0) parts.push(event.data);
    };
    recorder.onstop = () => {
      clearInterval(ticking);
      meter.close();
      for (const track of stream.getTracks()) track.stop();
      stopping.current = null;
      setState('ready');
      setLevel(0);
      const bytes = new Blob(parts, { type: (recorder.mimeType || 'audio/webm').replace(/;.*$/, '') });
      if (bytes.size > 0) handOver.current(bytes, Math.round(Math.min(performance.now() - began, longest)));
    };
    stopping.current = () => {
      if (recorder.state !== 'inactive') recorder.stop();
    };
    setElapsed(0);
    recorder.start(1_000);
    setState('recording');
  }, []);

  return { state, elapsedMs, level, longestMs: longest, start, stop };
}

function canRecord(): boolean {
  return typeof MediaRecorder !== 'undefined' && navigator.mediaDevices !== undefined;
}

function levelOf(stream: MediaStream): { now: () => number; close: () => void } {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Uint8Array(analyser.fftSize);
  return {
    now: () => {
      analyser.getByteTimeDomainData(samples);
      let sum = 0;
      for (const sample of samples) sum += ((sample - 128) / 128) ** 2;
      // Speech is quiet in numbers; the root makes it visible.
      return Math.min(1, Math.sqrt(Math.sqrt(sum / samples.length)));
    },
    close: () => void context.close().catch(() => undefined),
  };
}
