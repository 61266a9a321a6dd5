//! What the columns of a file mean: by name, in several languages, or by a map.

use super::CsvKind;
use crate::InteropError;
use ::csv::StringRecord;
use std::str::FromStr;

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $key:literal, [$($spelling:literal),* $(,)?];)+) => {
        /// What a column holds.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $($(#[$doc])* $name),+ }

        impl Field {
            pub const ALL: &[Field] = &[$(Field::$name),+];

            /// Its name in a column map; people are told of it by a name of their language.
            pub fn key(self) -> &'static str {
                match self { $(Field::$name => $key),+ }
            }
        }

        /// Names of columns without case, blanks and signs.
        const SPELLINGS: &[(Field, &[&str])] = &[$((Field::$name, &[$($spelling),*])),+];
    };
}

fields! {
    /// The patient's id in a Daybook export.
    OwnPatient = "daybook_patient", ["daybookpatientid"];
    /// The visit's id in a Daybook export.
    OwnVisit = "daybook_appointment", ["daybookappointmentid"];
    /// The record's id in the other program.
    Id = "id", ["id", "uuid", "guid", "recordid", "externalid", "appointmentid", "apptid", "aptnum", "visitid", "encounterid", "termin-id", "terminid"];
    /// In an appointment list: the patient's id in the other program.
    PatientId = "patient_id", ["patientid", "patid", "patientuuid", "patienten-id", "patientenid", "idpatient", "clientid"];
    ChartNumber = "chart_number", ["chart", "chartnumber", "chartno", "chartnum", "chartid", "patientnumber", "patientno", "patientnum", "patnum", "mrn", "medicalrecordnumber", "recordnumber", "filenumber", "patientennummer", "patientennr", "kartennummer", "karteinummer", "numerodossier", "numérodossier", "dossier", "numéropatient"];
    Prefix = "prefix", ["prefix", "nameprefix", "title", "salutation", "anrede", "titel", "civilité", "civilite", "tratamiento"];
    GivenName = "given_name", ["first", "firstname", "given", "givenname", "givennames", "forename", "fname", "vorname", "prénom", "prenom", "nombre", "nome", "voornaam", "patientfirstname"];
    MiddleName = "middle_name", ["middle", "middlename", "middlenames", "middleinitial", "mi", "secondname"];
    FamilyName = "family_name", ["last", "lastname", "surname", "family", "familyname", "lname", "nachname", "familienname", "nomdefamille", "nom", "apellido", "apellidos", "cognome", "achternaam", "patientlastname"];
    Suffix = "suffix", ["suffix", "namesuffix", "generation"];
    /// Given and family name together, or `family, given`.
    FullName = "full_name", ["name", "fullname", "patientname", "patient", "client", "clientname", "displayname", "patienten", "patientenname"];
    PreferredName = "preferred_name", ["preferred", "preferredname", "nickname", "nick", "knownas", "goesby", "rufname", "spitzname", "surnom"];
    BirthDate = "birth_date", ["dob", "birthdate", "birthday", "dateofbirth", "birth", "born", "geburtsdatum", "geburtstag", "geboren", "gebdatum", "datedenaissance", "naissance", "fechadenacimiento", "fechanacimiento", "datadinascita", "geboortedatum", "patientdob", "patientbirthdate"];
    Sex = "sex", ["sex", "gender", "geschlecht", "sexe", "sexo", "sesso", "geslacht", "administrativesex", "administrativegender"];
    Phone = "phone", ["phone", "phonenumber", "telephone", "tel", "telno", "telefon", "telefonnummer", "téléphone", "telefono", "teléfono", "telefoon", "mobile", "mobilephone", "mobilenumber", "mobil", "mobiltelefon", "handy", "handynummer", "cell", "cellphone", "cellular", "portable", "móvil", "movil", "cellulare", "homephone", "phonehome", "hmphone", "workphone", "phonework", "wkphone", "wirelessphone", "telefonprivat", "telefongeschäftlich", "contactphonenumber", "contactnumber", "fax", "faxnumber"];
    /// Several labelled numbers in one cell, one a line: `mobile: 0123`.
    Phones = "phones", ["phones", "phonenumbers"];
    Email = "email", ["email", "emailaddress", "e-mail", "mail", "emailadresse", "mailadresse", "courriel", "adresseemail", "correo", "correoelectrónico", "emailhome", "emailwork", "homeemail", "workemail", "personalemail"];
    /// As [`Field::Phones`].
    Emails = "emails", ["emails", "emailaddresses"];
    Street = "street", ["street", "streetaddress", "address", "addressline", "addressline1", "address1", "addressline2", "address2", "addressline3", "address3", "street1", "street2", "straße", "strasse", "strassehausnummer", "straßehausnummer", "anschrift", "adresse", "rue", "calle", "dirección", "direccion", "indirizzo", "adres", "homeaddress"];
    /// Lines in one cell, escaped.
    AddressLines = "address_lines", ["addresslines"];
    City = "city", ["city", "town", "ort", "stadt", "wohnort", "ville", "ciudad", "città", "citta", "plaats", "locality"];
    Region = "region", ["state", "region", "province", "bundesland", "kanton", "provincia", "stateprovince", "département", "departement"];
    PostalCode = "postal_code", ["zip", "zipcode", "postalcode", "postcode", "plz", "postleitzahl", "codepostal", "cp", "códigopostal", "codigopostal", "cap"];
    Country = "country", ["country", "land", "pays", "país", "pais", "paese", "countrycode"];
    Language = "language", ["language", "lang", "preferredlanguage", "sprache", "langue", "idioma", "lingua", "taal"];
    Notes = "notes", ["notes", "note", "comment", "comments", "remarks", "bemerkung", "bemerkungen", "notiz", "notizen", "kommentar", "remarque", "remarques", "notas", "observaciones", "memo"];
    Alert = "alert", ["alert", "alerts", "warning", "popup", "warnung", "hinweis", "medalert"];
    Status = "status", ["status", "patientstatus", "appointmentstatus", "apptstatus", "visitstatus", "estado", "statut", "active", "aktiv"];
    DeceasedOn = "deceased_on", ["deathdate", "dateofdeath", "deceased", "deceasedon", "deceaseddate", "died", "dod", "todesdatum", "sterbedatum", "verstorben", "verstorbenam", "datededécès", "decedon"];
    Household = "household", ["household", "householdname", "familygroup", "haushalt", "foyer"];
    Guarantor = "guarantor", ["guarantor"];
    /// The Daybook id of the guardian.
    Guardian = "guardian", ["daybookguardianid"];
    /// Ids in other systems, one a line: `system| value`.
    Identifiers = "identifiers", ["identifiers"];
    SocialSecurity = "social_security", ["ssn", "socialsecuritynumber", "socialsecurity"];
    NhsNumber = "nhs_number", ["nhsnumber", "nhsno", "nhs"];
    /// Date, or date and time.
    Start = "start", ["start", "starttime", "startdate", "startdatetime", "begin", "beginn", "from", "von", "début", "debut", "inicio", "inizio", "datetime", "appointmentdatetime", "aptdatetime", "appointmentstart", "termin", "terminbeginn", "dateandtime"];
    Date = "date", ["date", "appointmentdate", "apptdate", "visitdate", "datum", "fecha", "data", "termindatum", "day"];
    Time = "time", ["time", "appointmenttime", "appttime", "visittime", "uhrzeit", "zeit", "heure", "hora", "ora", "tijd"];
    Minutes = "minutes", ["minutes", "duration", "durationminutes", "durationmin", "length", "lengthminutes", "minutesduration", "dauer", "dauerminuten", "dauerinminuten", "durée", "duree", "duración", "duracion", "durata", "min"];
    End = "end", ["end", "endtime", "enddate", "enddatetime", "stop", "ende", "until", "to", "bis", "fin", "fine", "appointmentend"];
    Provider = "provider", ["provider", "providername", "doctor", "dentist", "hygienist", "practitioner", "clinician", "therapist", "physician", "dr", "arzt", "ärztin", "zahnarzt", "behandler", "médecin", "medecin", "praticien", "médico", "medico"];
    Chair = "chair", ["chair", "operatory", "op", "room", "roomname", "resource", "location", "raum", "zimmer", "stuhl", "behandlungszimmer", "salle", "fauteuil", "sala", "sillón"];
    Kind = "type", ["type", "appointmenttype", "appttype", "visittype", "service", "servicetype", "terminart", "art", "behandlung", "motif", "tipo"];
    Reason = "reason", ["reason", "reasonforvisit", "description", "subject", "procedure", "procedures", "grund", "anlass", "betreff", "motivo", "raison"];
    Confirmation = "confirmation", ["confirmation", "confirmed", "confirmationstatus", "bestätigt", "confirmé"];
    SecondPass = "second_pass", ["secondpass"];
    Pattern = "pattern", ["pattern"];
    ArriveEarly = "arrive_early", ["arriveearly"];
    Overbooked = "overbooked", ["overbooked"];
    EndedReason = "ended_reason", ["endedreason", "cancelreason", "cancellationreason", "cancelationreason", "cancelledreason", "absagegrund"];
    EndedAt = "ended_at", ["endedat", "cancelledat", "canceledat"];
    EndedByPractice = "ended_by_practice", ["endedbypractice"];
    ArrivedAt = "arrived_at", ["arrivedat"];
    SeatedAt = "seated_at", ["seatedat"];
    DismissedAt = "dismissed_at", ["dismissedat"];
}

impl FromStr for Field {
    type Err = InteropError;
    fn from_str(text: &str) -> Result<Self, InteropError> {
        let known = Field::ALL.iter().find(|field| field.key() == text.trim());
        known
            .copied()
            .ok_or_else(|| InteropError::ColumnMap(format!("\"{text}\" is not a field")))
    }
}

/// What a person says about columns whose names do not tell; wins over the names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnMap(Vec<(String, Option<Field>)>);

impl ColumnMap {
    /// Column names as in the file; a column without a field is passed over.
    pub fn new(columns: Vec<(String, Option<Field>)>) -> Self {
        Self(columns)
    }

    /// One JSON object: column name to field; null or an empty text passes the column over.
    pub fn parse(text: &str) -> Result<Self, InteropError> {
        let text = text.trim_start_matches('\u{FEFF}');
        let columns: std::collections::BTreeMap<String, Option<String>> =
            serde_json::from_str(text)
                .map_err(|error| InteropError::ColumnMap(error.to_string()))?;
        let mut map = Vec::new();
        for (name, field) in columns {
            let field = field.filter(|field| !field.trim().is_empty());
            map.push((name, field.map(|field| field.parse()).transpose()?));
        }
        Ok(Self(map))
    }

    fn of(&self, name: &str) -> Option<Option<Field>> {
        let wanted = normal(name);
        self.0
            .iter()
            .find(|(column, _)| normal(column) == wanted)
            .map(|(_, field)| *field)
    }
}

/// The columns of one file, each with its field and label, worked out once.
pub(super) struct Columns {
    /// Places and labels, by field.
    by_field: Vec<Vec<(usize, String)>>,
    /// The field of each column.
    pub(super) fields: Vec<Option<Field>>,
    pub(super) kind: CsvKind,
    /// Written by Daybook: nothing is trimmed or read loosely.
    pub(super) own: bool,
}

impl Columns {
    pub(super) fn new(header: &StringRecord, map: &ColumnMap, kind: Option<CsvKind>) -> Self {
        let fields: Vec<Option<Field>> = header
            .iter()
            .map(|name| map.of(name).unwrap_or_else(|| named(name)))
            .collect();
        let mut by_field = vec![Vec::new(); Field::ALL.len()];
        for (place, (field, name)) in fields.iter().zip(header).enumerate() {
            if let Some(field) = field {
                by_field[*field as usize].push((place, label(*field, name)));
            }
        }
        let has = |field: Field| fields.contains(&Some(field));
        let booked = [
            Field::Time,
            Field::Minutes,
            Field::End,
            Field::Provider,
            Field::Chair,
            Field::Kind,
        ];
        let appointments = has(Field::Start) || has(Field::Date) && booked.into_iter().any(has);
        let found = if appointments {
            CsvKind::Appointments
        } else {
            CsvKind::Patients
        };
        let own = match found {
            CsvKind::Appointments => has(Field::OwnVisit),
            CsvKind::Patients => has(Field::OwnPatient),
        };
        Self {
            by_field,
            fields,
            kind: kind.unwrap_or(found),
            own,
        }
    }

    pub(super) fn of(&self, field: Field) -> impl Iterator<Item = (usize, &str)> {
        self.by_field[field as usize]
            .iter()
            .map(|(place, label)| (*place, label.as_str()))
    }

    pub(super) fn width(&self) -> usize {
        self.fields.len()
    }

    /// The names of columns that are passed over although nobody said so.
    pub(super) fn unused(&self, header: &StringRecord, map: &ColumnMap) -> Vec<String> {
        let columns = self.fields.iter().zip(header);
        columns
            .filter(|(field, name)| {
                field.is_none() && !name.trim().is_empty() && map.of(name).is_none()
            })
            .map(|(_, name)| crate::limits::excerpt(name.trim()))
            .collect()
    }

    pub(super) fn any_known(&self) -> bool {
        self.fields.iter().any(Option::is_some)
    }

    /// Columns whose cells are dates.
    pub(super) fn dates(&self) -> Vec<usize> {
        [
            Field::BirthDate,
            Field::DeceasedOn,
            Field::Start,
            Field::Date,
            Field::End,
        ]
        .into_iter()
        .flat_map(|field| self.of(field).map(|(place, _)| place))
        .collect()
    }
}

impl Field {
    /// Whether several columns of this field add up; of the others the first one that is filled counts.
    pub(super) fn adds_up(self) -> bool {
        matches!(
            self,
            Field::Phone
                | Field::Phones
                | Field::Email
                | Field::Emails
                | Field::Street
                | Field::Notes
                | Field::Alert
        )
    }
}

/// The field that a column's name says, if any; numbers at its end do not matter.
pub(super) fn named(name: &str) -> Option<Field> {
    let normal = normal(name);
    let bare = normal.trim_end_matches(|c: char| c.is_ascii_digit());
    let exact = |text: &str| {
        SPELLINGS
            .iter()
            .find(|(_, spellings)| spellings.contains(&text))
            .map(|(field, _)| *field)
    };
    exact(&normal)
        .or_else(|| exact(bare).filter(|field| field.adds_up()))
        // Such as "Phone (work)", "Mobile phone number", "E-Mail 2 - Value".
        .or_else(|| labelled(&normal))
}

fn labelled(normal: &str) -> Option<Field> {
    let holds = |words: &[&str]| words.iter().any(|word| normal.contains(word));
    if holds(&[
        "type",
        "label",
        "consent",
        "ext",
        "carrier",
        "emergency",
        "opt",
    ]) {
        None
    } else if holds(&["email"]) {
        Some(Field::Email)
    } else if holds(&["phone", "telefon", "téléphone", "teléfono", "mobil"]) {
        Some(Field::Phone)
    } else {
        None
    }
}

fn label(field: Field, name: &str) -> String {
    let normal = normal(name);
    let holds = |words: &[&str]| words.iter().any(|word| normal.contains(word));
    if !matches!(field, Field::Phone | Field::Email) {
        String::new()
    } else if holds(&[
        "mobil", "handy", "cell", "portable", "wireless", "móvil", "movil",
    ]) {
        "mobile".to_owned()
    } else if holds(&["work", "wk", "business", "office", "geschäft", "dienst"]) {
        "work".to_owned()
    } else if holds(&["home", "hmphone", "privat", "personal"]) {
        "home".to_owned()
    } else if holds(&["fax"]) {
        "fax".to_owned()
    } else {
        String::new()
    }
}

/// Small letters and digits only.
fn normal(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_by_their_names_in_many_spellings() {
        for (name, field) in [
            ("FIRST", Some(Field::GivenName)),
            ("First Name", Some(Field::GivenName)),
            ("Vorname", Some(Field::GivenName)),
            ("Prénom", Some(Field::GivenName)),
            ("last_name", Some(Field::FamilyName)),
            ("Nachname", Some(Field::FamilyName)),
            ("BIRTHDATE", Some(Field::BirthDate)),
            ("Geburtsdatum", Some(Field::BirthDate)),
            ("Date of Birth", Some(Field::BirthDate)),
            ("E-Mail", Some(Field::Email)),
            ("Phone (work)", Some(Field::Phone)),
            ("Phone 2", Some(Field::Phone)),
            ("Mobile Phone Number", Some(Field::Phone)),
            ("Phone Type", None),
            ("Straße", Some(Field::Street)),
            ("PLZ", Some(Field::PostalCode)),
            ("ZIP", Some(Field::PostalCode)),
            ("Id", Some(Field::Id)),
            ("Chart #", Some(Field::ChartNumber)),
            ("Last Visit", None),
            ("HEALTHCARE_EXPENSES", None),
            ("", None),
        ] {
            assert_eq!(named(name), field, "{name}");
        }
    }

    #[test]
    fn every_spelling_belongs_to_one_field() {
        let mut seen = std::collections::BTreeMap::new();
        for (field, spellings) in SPELLINGS {
            for spelling in *spellings {
                if let Some(other) = seen.insert(normal(spelling), field) {
                    assert_eq!(other, field, "{spelling}");
                }
            }
        }
        for field in Field::ALL {
            assert_eq!(field.key().parse::<Field>().unwrap(), *field);
        }
    }

    #[test]
    fn a_map_wins_over_names() {
        let map = ColumnMap::parse("{\"X1\": \"family_name\", \"notes\": null, \"First\": \"\"}")
            .unwrap();
        let header = StringRecord::from(vec!["First", "x 1", "Notes"]);
        let columns = Columns::new(&header, &map, None);
        assert_eq!(columns.fields, [None, Some(Field::FamilyName), None]);
        let refused = ColumnMap::parse("{\"a\": \"surname\"}")
            .unwrap_err()
            .to_string();
        assert!(refused.contains("surname"), "{refused}");
    }
}
