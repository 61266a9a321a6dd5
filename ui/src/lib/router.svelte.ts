import type { PrintWhat, WireList } from "$/api/bindings";

/** Whose card or letter is printed. */
export interface PrintFor {
  what: Extract<PrintWhat, "card" | "letter">;
  patient: string;
  /** The one visit that a card is about; none is all that are to come. */
  visit: string | null;
}

/** For whom a visit is to be booked. */
export interface BookFor {
  id: string;
  name: string;
  alert: string;
}

/** What there is of messages: what the desk has to see to, what will go, what went. */
export type MessageTab = "desk" | "coming" | "sent";
export const MESSAGE_TABS: readonly MessageTab[] = ["desk", "coming", "sent"];

export type Route =
  | { screen: "day"; date: string | null; visit: string | null; book?: BookFor }
  | { screen: "board" }
  | { screen: "end" }
  | { screen: "patients" }
  | { screen: "patient"; id: string | null; edit: boolean }
  | { screen: "lists"; list: WireList }
  | { screen: "messages"; tab: MessageTab }
  | { screen: "import" }
  | { screen: "print"; date: string | null; what?: PrintWhat; of?: PrintFor }
  | { screen: "settings"; section: string };

const LISTS: WireList[] = ["unscheduled", "asap", "waiting", "unconfirmed", "planned"];

const home: Route = { screen: "day", date: null, visit: null };

/** Where the window is, kept in the address so that Back works. */
export class Router {
  route = $state.raw<Route>(read(location.hash));
  /** The date that the day was left on; null is today. */
  private date: string | null = null;

  constructor() {
    addEventListener("hashchange", () => this.show(read(location.hash)));
  }

  go(route: Route): void {
    const hash = write(route);
    if (hash !== location.hash) history.pushState(null, "", hash);
    this.show(route);
  }

  /** Back to the day as it was left; from the day itself to today. */
  toDay(book?: BookFor): void {
    const date = this.route.screen === "day" ? null : this.date;
    this.go({ screen: "day", date, visit: null, ...(book ? { book } : {}) });
  }

  private show(route: Route): void {
    this.route = route;
    if (route.screen === "day") this.date = route.date;
  }

  /** Leaves nothing of a patient in the address. */
  reset(): void {
    history.replaceState(null, "", "#/");
    this.show(home);
  }

  back(): void {
    history.back();
  }
}

function write(route: Route): string {
  switch (route.screen) {
    case "day":
      return `#/day${route.date ? `/${route.date}` : ""}`;
    case "patient":
      return `#/patients/${route.id ?? "new"}${route.edit && route.id ? "/edit" : ""}`;
    case "lists":
      return `#/lists/${route.list}`;
    case "messages":
      return `#/messages/${route.tab}`;
    case "print":
      if (route.of) return `#/print/${route.of.what}/${route.of.patient}${route.of.visit ? `/${route.of.visit}` : ""}`;
      return `#/print${route.date ? `/${route.date}` : ""}${route.date && route.what ? `/${route.what}` : ""}`;
    case "settings":
      return `#/settings/${route.section}`;
    default:
      return `#/${route.screen}`;
  }
}

function read(hash: string): Route {
  const [, screen, first, second, third] = hash.split("/");
  switch (screen) {
    case "day":
      return { screen: "day", date: first ?? null, visit: null };
    case "patients":
      if (!first) return { screen: "patients" };
      return first === "new"
        ? { screen: "patient", id: null, edit: true }
        : { screen: "patient", id: first, edit: second === "edit" };
    case "lists":
      return { screen: "lists", list: LISTS.find((one) => one === first) ?? "unscheduled" };
    case "messages":
      return { screen, tab: MESSAGE_TABS.find((one) => one === first) ?? "desk" };
    case "board":
    case "end":
    case "import":
      return { screen };
    case "print":
      if ((first === "card" || first === "letter") && second) {
        return { screen: "print", date: null, of: { what: first, patient: second, visit: third ?? null } };
      }
      return { screen: "print", date: first ?? null, ...(second ? { what: second as PrintWhat } : {}) };
    case "settings":
      return { screen: "settings", section: first ?? "practice" };
    default:
      return home;
  }
}
