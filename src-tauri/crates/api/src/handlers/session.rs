//! Making, opening and closing a practice.

use super::Answer;
use super::practice::{new_chair, new_provider};
use crate::commands::words_on;
use crate::convert::{week, week_hours};
use crate::refusal::invalid;
use crate::wire::printing::PrintedPages;
use crate::wire::session::*;
use app::{Clock, Daybook, Language, NewPractice, SessionState as State, Theme, Wording};
use data_encoding::BASE64;
use domain::{Said, WeekHours, Zone};

pub(crate) fn state(daybook: &mut Daybook, (): ()) -> Answer<SessionView> {
    let state = match daybook.state() {
        State::Absent => SessionState::Absent,
        State::Locked => SessionState::Locked,
        State::Open => SessionState::Open,
    };
    let (practice_name, warnings): (_, Vec<Said>) = match daybook.desk() {
        Ok(desk) => (
            Some(desk.setup()?.practice.name),
            desk.warning()
                .cloned()
                .into_iter()
                .chain(desk.left_out())
                .collect(),
        ),
        Err(_) => (None, Vec::new()),
    };
    let words = words_on(daybook.host());
    Ok(SessionView {
        state,
        folder: daybook.folder().display().to_string(),
        practice_name,
        keyring: daybook.keyring_offered(),
        wait_seconds: daybook.wait_seconds(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        warning: (!warnings.is_empty()).then(|| words.say_all(&warnings)),
    })
}

pub(crate) fn defaults(daybook: &mut Daybook, (): ()) -> Answer<SetupDefaults> {
    let code = daybook.offer_recovery_code()?;
    let zone = daybook
        .host()
        .zone()
        .filter(|name| Zone::named(name).is_ok());
    Ok(SetupDefaults {
        zone: zone.unwrap_or_else(|| "UTC".to_owned()),
        zones: Zone::names().map(str::to_owned).collect(),
        hours: week(&WeekHours::usual()),
        recovery_code: code.to_string(),
    })
}

pub(crate) fn recovery_sheet(
    daybook: &mut Daybook,
    request: RecoverySheet,
) -> Answer<PrintedPages> {
    let pages = app::printing::recovery_sheet(daybook, &request.practice_name)?;
    Ok(PrintedPages {
        pdf: BASE64.encode(&pages.pdf),
        name: pages.name,
    })
}

pub(crate) fn create(daybook: &mut Daybook, request: CreatePractice) -> Answer<SessionView> {
    let CreatePractice {
        name,
        zone,
        phone,
        hours,
        providers,
        chairs,
        passphrase,
        recovery_code,
        keyring,
    } = request;
    let words = words_on(daybook.host());
    let new = NewPractice {
        name,
        zone: Zone::named(&zone).map_err(|error| invalid("zone", error))?,
        phone,
        hours: week_hours(&hours)?,
        providers: providers
            .iter()
            .map(new_provider)
            .collect::<Result<_, _>>()?,
        chairs: chairs.iter().map(new_chair).collect::<Result<_, _>>()?,
        types: app::first_types(|name| words.mention(name)),
        block_outs: app::block_out::FirstBlockOuts::named(|name| words.mention(name)),
    };
    daybook.create(&new, &passphrase, &recovery_code, keyring)?;
    state(daybook, ())
}

pub(crate) fn unlock(daybook: &mut Daybook, request: Unlock) -> Answer<SessionView> {
    daybook.unlock(&request.passphrase)?;
    state(daybook, ())
}

pub(crate) fn unlock_keyring(daybook: &mut Daybook, (): ()) -> Answer<SessionView> {
    daybook.unlock_with_keyring()?;
    state(daybook, ())
}

pub(crate) fn unlock_recovery(
    daybook: &mut Daybook,
    request: UnlockWithRecoveryCode,
) -> Answer<SessionView> {
    daybook.unlock_with_recovery_code(&request.recovery_code, &request.new_passphrase)?;
    state(daybook, ())
}

pub(crate) fn lock(daybook: &mut Daybook, (): ()) -> Answer<SessionView> {
    daybook.lock();
    state(daybook, ())
}

pub(crate) fn change_passphrase(daybook: &mut Daybook, request: ChangePassphrase) -> Answer<()> {
    daybook.change_passphrase(&request.old_passphrase, &request.new_passphrase)
}

pub(crate) fn theme(daybook: &mut Daybook, (): ()) -> Answer<WireTheme> {
    Ok(match daybook.host().theme() {
        Theme::System => WireTheme::System,
        Theme::Light => WireTheme::Light,
        Theme::Dark => WireTheme::Dark,
    })
}

pub(crate) fn choose_theme(daybook: &mut Daybook, request: ChooseTheme) -> Answer<WireTheme> {
    let chosen = match request.theme {
        WireTheme::System => Theme::System,
        WireTheme::Light => Theme::Light,
        WireTheme::Dark => Theme::Dark,
    };
    app::choose_theme(daybook.host(), chosen)?;
    theme(daybook, ())
}

pub(crate) fn wording(daybook: &mut Daybook, (): ()) -> Answer<WordingView> {
    let Wording { language, clock } = daybook.host().wording();
    let spoken = app::spoken_on(daybook.host());
    Ok(WordingView {
        language: match language {
            None => WireLanguage::System,
            Some(Language::English) => WireLanguage::En,
            Some(Language::German) => WireLanguage::De,
        },
        clock: match clock {
            Clock::Region => WireClock::Region,
            Clock::Twelve => WireClock::Twelve,
            Clock::TwentyFour => WireClock::TwentyFour,
        },
        locale: spoken.locale,
        twelve: spoken.twelve,
    })
}

pub(crate) fn choose_wording(daybook: &mut Daybook, request: ChooseWording) -> Answer<WordingView> {
    let chosen = Wording {
        language: match request.language {
            WireLanguage::System => None,
            WireLanguage::En => Some(Language::English),
            WireLanguage::De => Some(Language::German),
        },
        clock: match request.clock {
            WireClock::Region => Clock::Region,
            WireClock::Twelve => Clock::Twelve,
            WireClock::TwentyFour => Clock::TwentyFour,
        },
    };
    app::choose_wording(daybook.host(), chosen)?;
    wording(daybook, ())
}
