import { cleanup } from "@testing-library/svelte";
import { afterEach, vi } from "vitest";

// What jsdom lacks and the window uses.
class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
vi.stubGlobal("ResizeObserver", NoObserver);
vi.stubGlobal("IntersectionObserver", NoObserver);
vi.stubGlobal("matchMedia", (query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => {},
  removeEventListener: () => {},
}));
Element.prototype.scrollIntoView = () => {};
Element.prototype.scrollTo = () => {};
Element.prototype.getAnimations = () => [];
// The calendar looks for the column beneath the pointer.
document.elementsFromPoint = () => [...document.querySelectorAll(".ec-body .ec-day")].slice(0, 1);

afterEach(() => {
  cleanup();
  localStorage.clear();
  location.hash = "";
});
