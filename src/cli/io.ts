import { readFileSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * Wrong usage or bad input: one sentence that names the file, the place in it and what was expected. The command line
 * throws it where it finds it, and `main` alone catches it: exit status 2, no stack trace.
 */
export class InputError extends Error {}

/** Under npm the caller's folder is not the working directory. */
export function callerPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

/** The text of a file, of standard input for `-`, unpacked where it is gzipped. */
export function readText(path: string): string {
  const bytes = readBytes(path);
  return new TextDecoder().decode(isGzip(bytes) ? unpack(path, bytes) : bytes);
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path === '-' ? 0 : callerPath(path));
  } catch (error) {
    throw new InputError(`${nameOf(path)}: ${reasonOf(error)}`);
  }
}

function unpack(path: string, bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes);
  } catch {
    throw new InputError(`${nameOf(path)}: expected whole gzip data; it is damaged or cut off`);
  }
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** How messages name an input. */
export function nameOf(path: string): string {
  return path === '-' ? 'standard input' : path;
}

/** `no such file` and its like, without a stack or an errno. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'no such file or folder';
    case 'EISDIR':
      return 'this is a folder; expected a file';
    case 'ENOTDIR':
      return 'a part of this path is a file; expected a folder';
    case 'EACCES':
    case 'EPERM':
      return 'no permission';
    case 'ERR_STRING_TOO_LONG':
      return 'too large';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** Returns when the reader has taken the text: a large answer does not pile up in memory. A reader that has seen enough (`| head`) ends the program. */
export function print(text: string): void {
  const bytes = Buffer.from(text.endsWith('\n') ? text : `${text}\n`);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE') process.exit(0);
      if (code !== 'EAGAIN') throw error;
      // The other end does not block: give it a moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}

export function warn(text: string): void {
  process.stderr.write(`${text}\n`);
}

