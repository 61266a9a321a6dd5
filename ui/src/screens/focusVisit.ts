/** By both a visit stands in two columns: the one that was walked to has the focus. */
export function focusVisit(id: string, column: string | null): void {
  const card = `[data-visit="${id}"]`;
  const within = column ? document.querySelector<HTMLElement>(`[data-column="${column}"] ${card}`) : null;
  (within ?? document.querySelector<HTMLElement>(card))?.focus();
}
