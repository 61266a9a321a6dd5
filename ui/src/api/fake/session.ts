import type { Unlock, WordingView } from "../bindings";
import { refusal } from "./errors";
import { samplePdf } from "./pdf";
import type { FakeState, Handlers } from "./state";

const plain = (code: string): string => code.replace(/[^0-9A-Za-z]/g, "").toUpperCase();

/** As the core does it on a desktop that speaks `state.locale`. */
function spoken(state: FakeState): WordingView {
  const { language, clock } = state.wording;
  const desktop = new Intl.Locale(state.locale);
  const homes = { en: "en-GB", de: "de-DE" };
  const locale = language === "system" || language === desktop.language ? state.locale : homes[language];
  const twelve = clock === "twelve" || (clock === "region" && /^en-(US|CA|AU)$/.test(locale));
  return { language, clock, locale, twelve };
}

export function sessionHandlers(state: FakeState): Handlers {
  return {
    "session.state": () => state.session,
    "theme.get": () => state.theme,
    "theme.choose": ({ theme }) => (state.theme = theme),
    "wording.get": () => spoken(state),
    "wording.choose": (choice) => {
      state.wording = choice;
      return spoken(state);
    },
    "session.lock": () => state.enter("locked"),
    "session.unlock": ({ passphrase }: Unlock) => {
      if (passphrase === state.passphrase) return state.enter("open");
      state.wrong += 1;
      if (state.wrong >= 5) {
        throw refusal("wait", "Too many wrong passphrases.", "Wait, then try again.", { wait_seconds: 8 });
      }
      throw refusal("wrong_secret", "This is not the passphrase.", "Try again, or use the recovery code.");
    },
    "session.unlock_keyring": () => state.enter("open"),
    "session.unlock_recovery": ({ recovery_code, new_passphrase }) => {
      if (plain(recovery_code) !== plain(state.recoveryCode)) {
        throw refusal("wrong_secret", "This is not the recovery code.", "Compare it with the printed sheet.");
      }
      state.passphrase = new_passphrase;
      return state.enter("open");
    },
    "session.change_passphrase": ({ old_passphrase, new_passphrase }) => {
      if (old_passphrase !== state.passphrase) {
        throw refusal("wrong_secret", "This is not the present passphrase.", "Try again.", {
          field: "old_passphrase",
        });
      }
      state.passphrase = new_passphrase;
      return null;
    },
    "setup.defaults": () => ({
      zone: "Europe/Dublin",
      zones: Intl.supportedValuesOf("timeZone"),
      hours: {
        days: [0, 1, 2, 3, 4, 5, 6].map((day) =>
          day < 5 ? [{ from: "08:00", to: "17:00", chair: null }] : [],
        ),
      },
      recovery_code: state.recoveryCode,
    }),
    "setup.recovery_sheet": () => ({ pdf: samplePdf("Recovery code", false), name: "recovery-code.pdf" }),
    "session.create": (request) => {
      if (plain(request.recovery_code) !== plain(state.recoveryCode)) {
        throw refusal("wrong_secret", "The recovery code was typed back differently.", "Compare it letter by letter.", {
          field: "recovery_code",
        });
      }
      const { name, zone, phone, hours } = request;
      state.passphrase = request.passphrase;
      state.practice = {
        ...state.practice, name, zone, phone, hours, patients: 0, closures: [],
        providers: request.providers.map((one, index) => ({ ...one, id: state.newId("provider"), tint: index % 8, exceptions: [] })),
        chairs: request.chairs.map((one) => ({ ...one, id: state.newId("chair"), exceptions: [] })),
      };
      state.patients = [];
      state.households = [];
      state.visits = [];
      state.session = { ...state.session, practice_name: name };
      return state.enter("open");
    },
  };
}
