//! Where the patients live: streets, towns and telephone numbers that belong to nobody.

use super::dice::Dice;
use domain::{Address, Zone};

/// A country whose regulator keeps telephone numbers for films and books.
#[derive(Debug, Clone, Copy)]
pub(super) struct Home {
    /// Countries whose names are usual there.
    pub(super) names: &'static [&'static str],
    pub(super) country: &'static str,
    pub(super) language: &'static str,
    pub(super) practice_phone: &'static str,
    number_before_street: bool,
    streets: &'static [&'static str],
    /// Town and pattern of its postal codes.
    towns: &'static [(&'static str, &'static str)],
    region: &'static str,
    mobile: &'static [&'static str],
    landline: &'static [&'static str],
}

const BRITAIN: Home = Home {
    names: &["GB", "IE", "AU", "NZ"],
    country: "United Kingdom",
    language: "en",
    practice_phone: "0117 496 0100",
    number_before_street: true,
    streets: &[
        "Church Lane",
        "Station Road",
        "Orchard Close",
        "Mill Street",
        "Park Avenue",
        "High Street",
        "Victoria Terrace",
        "Queen's Road",
        "The Crescent",
        "Albert Road",
        "Springfield Way",
        "Harbour View",
        "Chapel Row",
        "Meadow Rise",
        "Castle Hill",
        "Elm Grove",
    ],
    towns: &[
        ("Bristol", "BS# #@@"),
        ("Bath", "BA# #@@"),
        ("Keynsham", "BS31 #@@"),
        ("Portishead", "BS20 #@@"),
        ("Clevedon", "BS21 #@@"),
    ],
    region: "",
    mobile: &["07700 900###"],
    landline: &["0117 496 0###"],
};

const GERMANY: Home = Home {
    names: &["DE", "AT", "CH"],
    country: "Deutschland",
    language: "de",
    practice_phone: "030 23125 100",
    number_before_street: false,
    streets: &[
        "Gartenstraße",
        "Hauptstraße",
        "Lindenallee",
        "Am Markt",
        "Schillerstraße",
        "Bergmannstraße",
        "Kastanienallee",
        "Mühlenweg",
        "Goethestraße",
        "Kirchplatz",
        "Rosenweg",
        "Bahnhofstraße",
        "Wilhelmstraße",
        "Am Sportplatz",
        "Birkenweg",
        "Uferstraße",
    ],
    towns: &[
        ("Berlin", "10###"),
        ("Berlin", "12###"),
        ("Berlin", "13###"),
        ("Potsdam", "1446#"),
        ("Teltow", "14513"),
        ("Falkensee", "14612"),
        ("Bernau", "16321"),
    ],
    region: "",
    mobile: &["0176 040690##", "0171 39200##"],
    landline: &["030 23125 ###"],
};

const FRANCE: Home = Home {
    names: &["FR", "BE", "LU"],
    country: "France",
    language: "fr",
    practice_phone: "01 99 00 10 10",
    number_before_street: true,
    streets: &[
        "rue des Lilas",
        "avenue de la République",
        "rue Victor-Hugo",
        "place du Marché",
        "rue de l'Église",
        "boulevard Voltaire",
        "rue Pasteur",
        "allée des Tilleuls",
        "rue du Moulin",
        "impasse des Roses",
        "rue Jules-Ferry",
        "quai de la Gare",
    ],
    towns: &[
        ("Paris", "7501#"),
        ("Montreuil", "93100"),
        ("Vincennes", "94300"),
        ("Ivry-sur-Seine", "94200"),
    ],
    region: "",
    mobile: &["06 39 98 ## ##"],
    landline: &["01 99 00 ## ##"],
};

const AMERICA: Home = Home {
    names: &["US", "CA", "MX"],
    country: "United States",
    language: "en",
    practice_phone: "(503) 555-0100",
    number_before_street: true,
    streets: &[
        "Maple Street",
        "Oak Avenue",
        "Cedar Lane",
        "Washington Street",
        "Lakeview Drive",
        "Hillcrest Road",
        "Second Avenue",
        "Pine Court",
        "River Road",
        "Sunset Boulevard",
        "Willow Way",
        "Franklin Street",
        "Jefferson Avenue",
        "Spruce Street",
    ],
    towns: &[
        ("Portland", "972##"),
        ("Beaverton", "9700#"),
        ("Gresham", "97030"),
        ("Tigard", "97223"),
        ("Lake Oswego", "97034"),
    ],
    region: "OR",
    mobile: &[
        "(503) 555-01##",
        "(971) 555-01##",
        "(541) 555-01##",
        "(360) 555-01##",
        "(206) 555-01##",
    ],
    landline: &["(503) 555-01##", "(971) 555-01##"],
};

const AUSTRALIA: Home = Home {
    names: &["AU", "NZ", "GB"],
    country: "Australia",
    language: "en",
    practice_phone: "(03) 5550 0100",
    number_before_street: true,
    streets: &[
        "Banksia Street",
        "Collins Road",
        "Wattle Grove",
        "Station Street",
        "Beach Road",
        "Eucalyptus Drive",
        "Victoria Parade",
        "Acacia Avenue",
        "Queens Parade",
        "Bay Street",
    ],
    towns: &[
        ("Melbourne", "30##"),
        ("Geelong", "3220"),
        ("Brunswick", "3056"),
        ("Footscray", "3011"),
    ],
    region: "VIC",
    mobile: &["(03) 7010 ####"],
    landline: &["(03) 5550 ####"],
};

const IRELAND: Home = Home {
    names: &["IE", "GB"],
    country: "Ireland",
    language: "en",
    practice_phone: "020 910 0100",
    number_before_street: true,
    streets: &[
        "Main Street",
        "O'Connell Street",
        "Church Road",
        "The Green",
        "Strand Road",
        "Abbey Street",
        "Bridge Street",
        "Mill Lane",
        "Patrick Street",
        "Sea View",
    ],
    towns: &[
        ("Dublin", "D0# @#@#"),
        ("Bray", "A98 @#@#"),
        ("Swords", "K67 @#@#"),
    ],
    region: "",
    mobile: &["020 91# ####"],
    landline: &["020 91# ####"],
};

/// Families from abroad who kept their number.
const ABROAD: &[&str] = &[
    "+44 7700 900###",
    "+33 6 39 98 ## ##",
    "+1 503 555 01##",
    "+353 20 91# ####",
];

/// A country code that no country has: room for a practice with more patients than there are
/// numbers kept for films and books.
const NOWHERE: &str = "+999 ### ### ####";

/// So many patients share the kept numbers without every second one being the same.
const FEW: usize = 2_000;

impl Home {
    /// A country of numbers that fits the practice's zone.
    pub(super) fn near(zone: Zone) -> &'static Self {
        let name = zone.name();
        match name {
            "Europe/Berlin" | "Europe/Vienna" | "Europe/Zurich" | "Europe/Busingen" => &GERMANY,
            "Europe/Paris" | "Europe/Brussels" | "Europe/Luxembourg" | "Europe/Monaco" => &FRANCE,
            "Europe/Dublin" => &IRELAND,
            _ if name.starts_with("America/") || name.starts_with("US/") => &AMERICA,
            _ if name.starts_with("Australia/") => &AUSTRALIA,
            _ => &BRITAIN,
        }
    }

    pub(super) fn mobile(&self, patients: usize, dice: &mut Dice) -> String {
        if patients > FEW {
            return dice.filled(NOWHERE);
        }
        if dice.chance(30) {
            let abroad = dice.pick(ABROAD);
            return dice.filled(abroad);
        }
        let pattern = dice.pick(self.mobile);
        dice.filled(pattern)
    }

    pub(super) fn landline(&self, patients: usize, dice: &mut Dice) -> String {
        if patients > FEW {
            return dice.filled(NOWHERE);
        }
        let pattern = dice.pick(self.landline);
        dice.filled(pattern)
    }

    pub(super) fn address(&self, dice: &mut Dice) -> Address {
        let street = dice.pick(self.streets);
        let number = dice.between(1, 140);
        let (town, code) = dice.pick(self.towns);
        let line = if self.number_before_street {
            format!("{number} {street}")
        } else {
            format!("{street} {number}")
        };
        Address {
            lines: vec![line],
            city: (*town).to_owned(),
            region: self.region.to_owned(),
            postal_code: dice.filled(code),
            country: self.country.to_owned(),
        }
    }
}
