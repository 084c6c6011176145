/** Runs an update at most once a frame, however often it is asked for. */
export function onceAFrame(update) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    // A hidden window paints no frames, but its title and live regions go on.
    const run = () => {
      asked = false;
      update();
    };
    if (document.hidden) setTimeout(run, 0);
    else requestAnimationFrame(run);
  };
}
