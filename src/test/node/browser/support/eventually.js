import { setTimeout as pause } from 'node:timers/promises';

/** Waits until a check holds; fails with what was waited for. */
export async function eventually(check, what, within = 15_000) {
  const end = Date.now() + within;
  for (;;) {
    if (await check()) return;
    if (Date.now() > end) throw new Error(`Waited ${within} ms in vain for ${what}`);
    await pause(50);
  }
}
