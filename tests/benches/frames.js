// Scrolls the schedule, or drags a visit over it, frame by frame. `arguments`: what to do, then whom
// to tell. Answers with the milliseconds between frames, those that our own work took in each, how
// many visits are drawn, and whether anything was held.
const [what, done] = arguments;
const FRAMES = 150;
const page = document.querySelector("[data-testid=day-scroll]");
const between = [];
const work = [];
const pointer = (type, x, y) =>
  new PointerEvent(type, {
    bubbles: true, cancelable: true, clientX: x, clientY: y, pointerId: 1, button: 0, buttons: 1, isPrimary: true, pointerType: "mouse",
  });

// There and back, a fifth of a window in ten frames.
const scrolls = { down: [0, 14], across: [20, 0] };
const [right, down] = scrolls[what] ?? [0, 0];
let [turnedRight, turnedDown] = [1, 1];
function scroll() {
  page.scrollBy(right * turnedRight, down * turnedDown);
  if (page.scrollTop + page.clientHeight >= page.scrollHeight - 1) turnedDown = -1;
  else if (page.scrollTop <= 0) turnedDown = 1;
  if (page.scrollLeft + page.clientWidth >= page.scrollWidth - 1) turnedRight = -1;
  else if (page.scrollLeft <= 0) turnedRight = 1;
}

const box = page.getBoundingClientRect();
const middle = [...page.querySelectorAll("[data-visit]")].find((card) => {
  const { left, right: end, top, bottom } = card.getBoundingClientRect();
  const movable = card.dataset.status !== "completed" && card.dataset.status !== "missed";
  return movable && left > box.left + 260 && end < box.right - 200 && top > box.top + 200 && bottom < box.bottom - 120;
});
const held = middle?.getBoundingClientRect();
const [x, y] = held ? [held.left + held.width / 2, held.top + 6] : [0, 0];
function drag(frame) {
  const turn = (frame / FRAMES) * Math.PI * 4;
  // A mouse tells of several movements a frame.
  for (let part = 0; part < 3; part += 1) {
    window.dispatchEvent(pointer("pointermove", x + Math.sin(turn + part * 0.01) * 130, y + Math.cos(turn * 1.7) * 110));
  }
}

if (what === "drag") middle?.dispatchEvent(pointer("pointerdown", x, y));
let [frame, last] = [0, null];
requestAnimationFrame(function next(now) {
  if (last !== null) between.push(now - last);
  last = now;
  const began = performance.now();
  if (what === "drag") drag(frame);
  else scroll();
  work.push(performance.now() - began);
  frame += 1;
  if (frame < FRAMES) return requestAnimationFrame(next);
  const holding = document.querySelector("[data-testid=day-place]") !== null;
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  done([between, work, page.querySelectorAll("[data-visit]").length, holding]);
});
