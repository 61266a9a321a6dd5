//! Words in cells that stand for a closed set, in the languages that lists are written in. A word
//! that is not known is refused, never guessed at.

use crate::limits::excerpt;
use domain::{PatientStatus, Sex};
use domain::{Said, said};

/// Whether a mark says yes.
pub(super) fn yes(text: &str) -> bool {
    matches!(
        text.to_lowercase().as_str(),
        "yes"
            | "y"
            | "true"
            | "1"
            | "x"
            | "ja"
            | "j"
            | "oui"
            | "o"
            | "sí"
            | "si"
            | "wahr"
            | "vrai"
            | "verdadero"
            | "sì"
            | "vero"
    )
}

/// Whether a mark says no.
pub(super) fn no(text: &str) -> bool {
    matches!(
        text.to_lowercase().as_str(),
        "no" | "n" | "false" | "0" | "nein" | "non" | "falsch" | "faux" | "falso"
    )
}

/// Small letters and digits alone: `Verst.`, `décédé(e)` and `R.I.P.` without their signs.
fn plain(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// What the single letters of a list's column mean, where one letter has two meanings.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct SexLetters {
    /// F or W is there, so that M and H can be nothing but male.
    female: bool,
    h: bool,
    v: bool,
}

impl SexLetters {
    /// Takes one cell of the column into account.
    pub(super) fn see(&mut self, cell: &str) {
        match plain(cell).as_str() {
            "f" | "w" => self.female = true,
            "h" => self.h = true,
            "v" => self.v = true,
            _ => {}
        }
    }

    /// In Spanish H is hombre beside M for mujer, or hembra beside V for varón; elsewhere M is male
    /// and H is homme or Herr.
    pub(super) fn read(self, cell: &str) -> Result<Sex, Said> {
        match plain(cell).as_str() {
            "m" if !self.female && (self.h || self.v) => Ok(Sex::Female),
            "h" if !self.female && self.v => Ok(Sex::Female),
            _ => sex(cell),
        }
    }
}

/// The sex that a word says. The error is a reason.
pub(crate) fn sex(text: &str) -> Result<Sex, Said> {
    Ok(match plain(text).as_str() {
        "f" | "female" | "w" | "woman" | "girl" | "weiblich" | "weibl" | "frau" | "femme"
        | "féminin" | "féminine" | "feminin" | "fille" | "mujer" | "femenino" | "femenina"
        | "hembra" | "donna" | "femmina" | "femminile" | "vrouw" | "vrouwelijk" | "mulher"
        | "feminino" | "kobieta" => Sex::Female,
        "m" | "male" | "man" | "boy" | "männlich" | "männl" | "maennlich" | "mann" | "herr"
        | "h" | "homme" | "masculin" | "garçon" | "hombre" | "masculino" | "v" | "varón"
        | "varon" | "uomo" | "maschio" | "maschile" | "mannelijk" | "homem" | "mężczyzna" => {
            Sex::Male
        }
        "o" | "other" | "d" | "divers" | "x" | "nonbinary" | "nb" | "intersex" | "inter"
        | "autre" | "otro" | "otra" | "altro" | "anders" => Sex::Other,
        "" | "u" | "unknown" | "unk" | "na" | "none" | "null" | "unbekannt" | "keineangabe"
        | "ka" | "inconnu" | "inconnue" | "nonprécisé" | "desconocido" | "desconocida"
        | "sconosciuto" | "onbekend" | "notspecified" | "unspecified" | "undisclosed"
        | "notknown" | "notapplicable" | "prefernottosay" => Sex::Unknown,
        _ => {
            return Err(said("reason-sex").with("text", excerpt(text)));
        }
    })
}

/// The status that a word says of a patient. The error is a reason.
pub(super) fn patient_status(text: &str) -> Result<PatientStatus, Said> {
    if text.contains(['†', '✝', '✞']) {
        return Ok(PatientStatus::Deceased);
    }
    if yes(text) {
        return Ok(PatientStatus::Active);
    }
    if no(text) {
        return Ok(PatientStatus::Inactive);
    }
    Ok(match plain(text).as_str() {
        "" | "active" | "a" | "aktiv" | "actif" | "activo" | "activa" | "attivo" | "attiva"
        | "actief" | "ativo" | "ativa" | "patient" | "current" | "existing" | "normal" => {
            PatientStatus::Active
        }
        "inactive" | "i" | "inaktiv" | "inactif" | "inactivo" | "inactiva" | "inattivo"
        | "inattiva" | "inactief" | "inativo" | "inativa" | "nonpatient" | "former" | "moved"
        | "ehemalig" | "verzogen" | "dismissed" => PatientStatus::Inactive,
        "prospective" | "prospect" | "new" | "lead" | "interessent" | "interessentin" | "neu"
        | "nouveau" | "nouvelle" | "nuevo" | "nueva" | "nuovo" | "nuova" => {
            PatientStatus::Prospective
        }
        "archived" | "archiv" | "archiviert" | "archivé" | "archivée" | "archivado"
        | "archivada" | "archiviato" | "archiviata" | "deleted" | "gelöscht" | "supprimé"
        | "eliminado" => PatientStatus::Archived,
        "deceased" | "dead" | "died" | "death" | "expired" | "rip" | "gestorben" | "verstorben"
        | "verst" | "gest" | "tot" | "décédé" | "décédée" | "decede" | "decedee" | "mort"
        | "morte" | "fallecido" | "fallecida" | "difunto" | "difunta" | "muerto" | "muerta"
        | "deceduto" | "deceduta" | "morto" | "morta" | "overleden" | "falecido" | "falecida"
        | "zmarły" => PatientStatus::Deceased,
        _ => {
            return Err(said("reason-patient-status").with("text", excerpt(text)));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dead_are_known_in_every_language_and_nobody_lives_by_a_word_that_is_not() {
        for word in [
            "died",
            "Dead",
            "gestorben",
            "Verst.",
            "verstorben",
            "décédé(e)",
            "Décédée",
            "fallecido",
            "MUERTO",
            "R.I.P.",
            "†",
            "Deceased",
        ] {
            assert_eq!(patient_status(word), Ok(PatientStatus::Deceased), "{word}");
        }
        for (word, expected) in [
            ("Aktiv", PatientStatus::Active),
            ("ja", PatientStatus::Active),
            ("0", PatientStatus::Inactive),
            ("NonPatient", PatientStatus::Inactive),
        ] {
            assert_eq!(patient_status(word), Ok(expected), "{word}");
        }
        for word in ["married", "gesperrt", "???x"] {
            let reason = patient_status(word).unwrap_err();
            assert!(reason.to_string().contains(word), "{reason}");
        }
    }

    #[test]
    fn a_letter_for_the_sex_means_what_its_column_says() {
        for (column, expected) in [
            (vec!["h", "f"], vec![Sex::Male, Sex::Female]),
            (vec!["H", "M"], vec![Sex::Male, Sex::Female]),
            (vec!["V", "H"], vec![Sex::Male, Sex::Female]),
            (vec!["V", "M"], vec![Sex::Male, Sex::Female]),
            (
                vec!["m", "w", "d"],
                vec![Sex::Male, Sex::Female, Sex::Other],
            ),
            (
                vec!["M", "", "?"],
                vec![Sex::Male, Sex::Unknown, Sex::Unknown],
            ),
            (
                vec!["Herr", "donna", "uomo", "hombre"],
                vec![Sex::Male, Sex::Female, Sex::Male, Sex::Male],
            ),
        ] {
            let mut letters = SexLetters::default();
            column.iter().for_each(|cell| letters.see(cell));
            let read: Vec<Sex> = column
                .iter()
                .map(|cell| letters.read(cell).unwrap())
                .collect();
            assert_eq!(read, expected, "{column:?}");
        }
        for word in ["1", "q", "yes"] {
            assert!(sex(word).is_err(), "{word}");
        }
    }
}
