interface Furniture {
  columns: number;
  line: { top: number; label: string } | null;
  label: string;
}

/**
 * What the calendar has no option for: the line of now by the practice's clock instead of this
 * machine's, names for its columns, and roles that fit a grid of buttons rather than a table.
 */
export function furnish(element: Element, { line, label }: Furniture): () => void {
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
  element.querySelectorAll(".ec-col-head").forEach((head, index) => {
    head.setAttribute("data-testid", `day-column-${index + 1}`);
  });
  element.querySelectorAll(".ec-body .ec-day").forEach((day, index) => {
    day.setAttribute("data-testid", `day-slots-${index + 1}`);
  });
  const main = element.querySelector(".ec-main");
  main?.setAttribute("data-testid", "day-scroll");
  const drawn = line ? [mark(element, ".ec-body", "now-line", line.top), mark(element, ".ec-body > .ec-sidebar", "now-label", line.top)] : [];
  if (drawn[1] && line) drawn[1].textContent = line.label;
  return () => drawn.forEach((one) => one?.remove());
}

function mark(element: Element, parent: string, name: string, top: number): HTMLElement | null {
  const target = element.querySelector(parent);
  if (!target) return null;
  const made = document.createElement("div");
  made.className = name;
  made.style.insetBlockStart = `${top}px`;
  target.append(made);
  return made;
}
