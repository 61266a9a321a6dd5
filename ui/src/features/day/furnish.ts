/**
 * What the calendar has no option for: names for its columns, and roles that fit a grid of buttons
 * rather than a table. It draws parts of itself anew, so they are watched.
 */
export function furnish(element: Element, label: string): () => void {
  const apply = (): void => dress(element, label);
  apply();
  const observer = new MutationObserver(apply);
  observer.observe(element, { childList: true, subtree: true });
  return () => observer.disconnect();
}

function dress(element: Element, label: string): void {
  const root = element.querySelector(".ec");
  root?.setAttribute("role", "group");
  root?.setAttribute("aria-label", label);
  for (const part of element.querySelectorAll('[role="row"], [role="rowgroup"], [role="cell"]')) {
    part.removeAttribute("role");
  }
  for (const head of element.querySelectorAll('[role="columnheader"]')) {
    head.removeAttribute("role");
    head.removeAttribute("aria-colindex");
  }
  name(element, ".ec-col-head", "day-column");
  name(element, ".ec-body .ec-day", "day-slots");
  element.querySelector(".ec-main")?.setAttribute("data-testid", "day-scroll");
}

function name(element: Element, parts: string, prefix: string): void {
  element.querySelectorAll(parts).forEach((part, index) => {
    part.setAttribute("data-testid", `${prefix}-${index + 1}`);
  });
}

/** The line of now by the practice's clock, where the calendar would take this machine's. */
export function markNow(element: Element, line: { top: number; label: string } | null): () => void {
  if (!line) return () => {};
  const marks = [
    mark(element, ".ec-body", "now-line", line.top),
    mark(element, ".ec-body > .ec-sidebar", "now-label", line.top),
  ];
  if (marks[1]) marks[1].textContent = line.label;
  return () => marks.forEach((one) => one?.remove());
}

function mark(element: Element, parent: string, className: string, top: number): HTMLElement | null {
  const target = element.querySelector(parent);
  if (!target) return null;
  const made = document.createElement("div");
  made.className = className;
  made.style.insetBlockStart = `${top}px`;
  target.append(made);
  return made;
}
