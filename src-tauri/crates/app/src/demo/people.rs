//! Patients and their families.

use super::dice::Dice;
use super::homes::Home;
use super::names::{FamilyName, NameBook, Names};
use crate::error::Result;
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc};
use domain::search::fold;
use domain::{
    Address, Email, Household, HouseholdId, Patient, PatientId, PatientStatus, PersonName, Phone,
    Sex,
};
use store::Change;

/// What visits need to know of a patient.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    pub(super) id: PatientId,
    pub(super) birth: NaiveDate,
    /// Days on which the patient may come: from joining until leaving or dying.
    pub(super) joined: NaiveDate,
    pub(super) until: Option<NaiveDate>,
    /// The latest visit given so far.
    pub(super) last: Option<NaiveDate>,
}

/// Everybody, before anything is written.
#[derive(Debug)]
pub(super) struct Invented {
    pub(super) households: Vec<Household>,
    /// By the day they joined.
    pub(super) patients: Vec<(Person, Patient)>,
}

const ALERTS: [&str; 8] = [
    "Penicillin allergy",
    "Latex allergy",
    "Takes blood thinners",
    "Anxious, explain each step",
    "Pacemaker",
    "Needs antibiotic cover",
    "Nickel allergy",
    "Hard of hearing, speak clearly",
];
const NOTES: [&str; 8] = [
    "Prefers mornings",
    "Comes by bus, may be late",
    "Wheelchair, ground floor",
    "Likes to be called, not written to",
    "Interpreter helps",
    "Pays by transfer",
    "Referred by a neighbour",
    "Works shifts, ask before booking",
];
/// Ages of adults: first year and length of a band, and its weight.
const AGES: [((i64, i64), usize); 8] = [
    ((18, 7), 9),
    ((25, 10), 18),
    ((35, 10), 18),
    ((45, 10), 18),
    ((55, 10), 17),
    ((65, 10), 12),
    ((75, 10), 7),
    ((85, 11), 2),
];

/// Invents so many patients. `from` is the first day of the calendar.
pub(super) fn invent(
    count: u32,
    home: &Home,
    from: NaiveDate,
    today: NaiveDate,
    dice: &mut Dice,
) -> Invented {
    let count = count as usize;
    let book = NameBook::of(home.names);
    let mut families = Families {
        home,
        book: &book,
        count,
        from,
        today,
        turn: 0,
        households: Vec::new(),
        patients: Vec::with_capacity(count),
    };
    while families.patients.len() < count {
        families.family(dice);
    }
    let Families {
        households,
        mut patients,
        ..
    } = families;
    patients.sort_by_key(|(person, _)| (person.joined, person.id));
    for (number, (_, patient)) in (1001..).zip(&mut patients) {
        patient.chart_number = Some(format!("{number}"));
    }
    Invented {
        households,
        patients,
    }
}

/// Writes them, households first.
pub(super) fn put(change: &mut Change<'_>, invented: Invented) -> Result<Vec<Person>> {
    for household in &invented.households {
        change.put_household(household, None)?;
    }
    let mut people = Vec::with_capacity(invented.patients.len());
    for (person, patient) in invented.patients {
        change.insert_patient(&patient, "")?;
        people.push(person);
    }
    Ok(people)
}

struct Families<'a> {
    home: &'a Home,
    book: &'a NameBook,
    count: usize,
    from: NaiveDate,
    today: NaiveDate,
    turn: usize,
    households: Vec<Household>,
    patients: Vec<(Person, Patient)>,
}

/// What the members of a family share.
struct Shared<'a> {
    names: &'a Names,
    family: FamilyName,
    address: Address,
    landline: Option<String>,
    joined: NaiveDate,
    household: Option<HouseholdId>,
    guardian: Option<PatientId>,
    /// The guardian's number and mail, for children.
    reach: Option<(String, Option<String>)>,
}

impl Families<'_> {
    fn family(&mut self, dice: &mut Dice) {
        let ages = members(dice);
        let room = self.count - self.patients.len();
        let names = self.book.draw(&mut self.turn, dice);
        let joined = self.joining(dice);
        let alone = ages.len().min(room) == 1;
        let landline = dice.chance(350);
        let mut shared = Shared {
            names,
            family: names.family(dice),
            address: self.home.address(dice),
            landline: landline.then(|| self.home.landline(self.count, dice)),
            joined,
            household: (!alone).then(|| HouseholdId(dice.id(midnight(joined)))),
            guardian: None,
            reach: None,
        };
        let mut guarantor = None;
        let mut known_as = String::new();
        let mut other = Sex::Unknown;
        for age in ages.into_iter().take(room) {
            let sex = match other {
                Sex::Female if age >= 18 && dice.chance(960) => Sex::Male,
                Sex::Male if age >= 18 && dice.chance(960) => Sex::Female,
                _ if dice.chance(515) => Sex::Female,
                _ => Sex::Male,
            };
            other = sex;
            if guarantor.is_some() && age >= 18 && dice.chance(220) {
                // Married, and kept the name.
                let own = names.family(dice);
                let kept = std::mem::replace(&mut shared.family, own);
                self.person(&shared, age, sex, dice);
                shared.family = kept;
            } else {
                self.person(&shared, age, sex, dice);
            }
            if let Some((person, patient)) = self.patients.last()
                && guarantor.is_none()
            {
                guarantor = Some(person.id);
                known_as = patient.name.sorted();
                shared.guardian = Some(person.id);
                let mobile = patient.phones.first().map(|phone| phone.number.clone());
                let mail = patient.emails.first().map(|email| email.address.clone());
                shared.reach = mobile.map(|mobile| (mobile, mail));
            }
        }
        if let Some(id) = shared.household {
            self.households.push(Household {
                id,
                // There are many of the same family name.
                name: known_as,
                guarantor,
            });
        }
    }

    /// More than half were there before the calendar begins.
    fn joining(&self, dice: &mut Dice) -> NaiveDate {
        let whole = (self.today - self.from).num_days();
        if dice.chance(550) {
            back(self.from, dice.between(0, 8 * 365))
        } else {
            back(self.today, dice.between(0, whole))
        }
    }

    fn person(&mut self, shared: &Shared<'_>, age: i64, sex: Sex, dice: &mut Dice) {
        let today = self.today;
        let birth = birth_date(age, today, dice);
        let joined = shared.joined.max(birth + Days::new(200)).min(today);
        let minor = age < 18;
        let family = shared.family.of(sex);
        let (given, latin) = shared.names.given(sex, dice);
        let (status, until) = fate(age, joined, today, dice);
        let prospective = status == PatientStatus::Prospective;
        let joined = if prospective { today } else { joined };
        let id = PatientId(dice.id(midnight(joined)));
        let mail = mail_name(&latin, family.latin);
        let alert = if dice.chance(70) {
            *dice.pick(&ALERTS)
        } else {
            ""
        };
        let notes = if dice.chance(120) {
            *dice.pick(&NOTES)
        } else {
            ""
        };
        let patient = Patient {
            id,
            chart_number: None,
            name: PersonName {
                given,
                family: family.written.to_owned(),
                ..PersonName::default()
            },
            preferred_name: (shared.names.native && dice.chance(700)).then_some(latin),
            birth_date: Some(birth),
            sex,
            phones: self.phones(shared, minor, age, dice),
            emails: emails(shared, minor, &mail, dice),
            address: Some(shared.address.clone()),
            language: Some(
                if dice.chance(500) {
                    self.home.language
                } else {
                    shared.names.language()
                }
                .to_owned(),
            ),
            notes: notes.to_owned(),
            alert: alert.to_owned(),
            status,
            deceased_on: until.filter(|_| status == PatientStatus::Deceased),
            household: shared.household,
            guardian: shared.guardian.filter(|_| minor),
            identifiers: Vec::new(),
            revision: 0,
        };
        let person = Person {
            id,
            birth,
            // Who only asked so far comes tomorrow at the earliest.
            joined: if prospective {
                today + Days::new(1)
            } else {
                joined
            },
            until,
            last: None,
        };
        self.patients.push((person, patient));
    }

    fn phones(&self, shared: &Shared<'_>, minor: bool, age: i64, dice: &mut Dice) -> Vec<Phone> {
        let phone = |label: &str, number: String| Phone {
            label: label.to_owned(),
            number,
        };
        let mut phones = Vec::new();
        if !minor || age >= 14 && dice.chance(500) {
            phones.push(phone("mobile", self.home.mobile(self.count, dice)));
        }
        if let Some((number, _)) = shared.reach.as_ref().filter(|_| minor) {
            phones.push(phone("guardian", number.clone()));
        }
        phones.extend(shared.landline.clone().map(|number| phone("home", number)));
        if !minor && age < 66 && dice.chance(110) {
            phones.push(phone("work", self.home.landline(self.count, dice)));
        }
        phones
    }
}

fn emails(shared: &Shared<'_>, minor: bool, name: &str, dice: &mut Dice) -> Vec<Email> {
    let host = *dice.pick(&["example.com", "example.org", "example.net"]);
    let number = dice.between(1, 99);
    let email = |label: &str, address: String| Email {
        label: label.to_owned(),
        address,
    };
    if minor {
        let of_guardian = shared.reach.as_ref().and_then(|(_, mail)| mail.clone());
        return of_guardian
            .map(|address| email("guardian", address))
            .into_iter()
            .collect();
    }
    let own = dice
        .chance(780)
        .then(|| email("home", format!("{name}{number}@{host}")));
    own.into_iter().collect()
}

/// Ages of a family: adults first.
fn members(dice: &mut Dice) -> Vec<i64> {
    let adult = |dice: &mut Dice| {
        let (first, length) = dice.weighted(&AGES);
        first + dice.between(0, length - 1)
    };
    let parent = |dice: &mut Dice| dice.between(25, 52);
    let partner = |age: i64, dice: &mut Dice| (age + dice.between(-6, 6)).max(20);
    let children = |parent: i64, most: i64, dice: &mut Dice| {
        let oldest = (parent - 20).min(17);
        let count = dice.between(1, most);
        (0..count)
            .map(|_| dice.between(0, oldest))
            .collect::<Vec<i64>>()
    };
    let mut ages = Vec::new();
    match dice.below(100) {
        0..36 => ages.push(adult(dice)),
        36..60 => {
            let age = adult(dice);
            ages.extend([age, partner(age, dice)]);
        }
        60..84 => {
            let age = parent(dice);
            ages.extend([age, partner(age, dice)]);
            ages.extend(children(age.min(ages[1]), 3, dice));
        }
        84..92 => {
            let age = parent(dice);
            ages.push(age);
            ages.extend(children(age, 2, dice));
        }
        _ => {
            let age = dice.between(66, 90);
            ages.extend([age, partner(age, dice)]);
        }
    }
    ages
}

/// Status, and the last day on which the patient may come.
fn fate(
    age: i64,
    joined: NaiveDate,
    today: NaiveDate,
    dice: &mut Dice,
) -> (PatientStatus, Option<NaiveDate>) {
    let known = (today - joined).num_days();
    let roll = dice.below(1000);
    // At least a month ago, so that nobody leaves before coming.
    let left = back(today, dice.between(30, known.max(31)));
    match roll {
        0..880 => (PatientStatus::Active, None),
        880..910 => (PatientStatus::Prospective, None),
        _ if age < 18 || known < 60 => (PatientStatus::Active, None),
        910..970 => (PatientStatus::Inactive, Some(left)),
        970..985 => (PatientStatus::Archived, Some(left)),
        _ if age >= 55 => (PatientStatus::Deceased, Some(left)),
        _ => (PatientStatus::Active, None),
    }
}

fn birth_date(age: i64, today: NaiveDate, dice: &mut Dice) -> NaiveDate {
    let years = i32::try_from(age).unwrap_or(0);
    let birthday =
        NaiveDate::from_yo_opt(today.year() - years, today.ordinal().min(365)).unwrap_or(today);
    back(birthday, dice.between(1, 364))
}

/// Letters that a mail address may have.
fn mail_name(given: &str, family: &str) -> String {
    let plain = |text: &str| -> String {
        fold(text)
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect()
    };
    format!("{}.{}", plain(given), plain(family))
}

fn back(date: NaiveDate, days: i64) -> NaiveDate {
    date.checked_sub_days(Days::new(u64::try_from(days).unwrap_or(0)))
        .unwrap_or(date)
}

fn midnight(date: NaiveDate) -> DateTime<Utc> {
    date.and_time(NaiveTime::MIN).and_utc()
}
