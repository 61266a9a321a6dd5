//! What visits are for, who gives them and to whom.

use super::dice::Dice;

/// What a chair is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    Dentist,
    Hygiene,
    Surgery,
}

/// An appointment type of the demo.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kind {
    pub(super) name: &'static str,
    pub(super) minutes: u32,
    pub(super) tint: u8,
    pub(super) arrive_early: u32,
    room: Room,
    weight: usize,
    /// Youngest and oldest patient, in years.
    pub(super) ages: (u32, u32),
}

const fn kind(
    name: &'static str,
    minutes: u32,
    tint: u8,
    room: Room,
    weight: usize,
    ages: (u32, u32),
) -> Kind {
    Kind {
        name,
        minutes,
        tint,
        arrive_early: 0,
        room,
        weight,
        ages,
    }
}

/// Place of the first visit in [`KINDS`].
pub(super) const NEW_PATIENT: usize = 0;
/// Place of what is squeezed in, in [`KINDS`].
pub(super) const EMERGENCY: usize = 1;

pub(super) const KINDS: &[Kind] = &[
    Kind {
        arrive_early: 10,
        ..kind("New patient", 60, 3, Room::Dentist, 0, (3, 120))
    },
    kind("Emergency", 20, 5, Room::Dentist, 6, (3, 120)),
    kind("Check-up", 30, 0, Room::Dentist, 34, (12, 120)),
    kind("Children's check-up", 20, 0, Room::Dentist, 12, (2, 11)),
    kind("Consultation", 20, 0, Room::Dentist, 8, (16, 120)),
    kind("Filling", 45, 2, Room::Dentist, 24, (7, 120)),
    kind("Root canal", 75, 4, Room::Dentist, 6, (16, 120)),
    kind("Crown preparation", 60, 4, Room::Dentist, 6, (22, 120)),
    kind("Orthodontics", 30, 6, Room::Dentist, 7, (9, 19)),
    kind("Extraction", 45, 5, Room::Surgery, 40, (8, 120)),
    Kind {
        arrive_early: 15,
        ..kind("Implant", 90, 5, Room::Surgery, 35, (22, 85))
    },
    kind("Wisdom tooth", 60, 5, Room::Surgery, 25, (17, 45)),
    kind("Cleaning", 60, 1, Room::Hygiene, 62, (14, 120)),
    kind("Gum maintenance", 45, 1, Room::Hygiene, 24, (35, 120)),
    kind("Fluoride", 20, 1, Room::Hygiene, 12, (3, 16)),
];

/// One of the types of a room, by how usual it is: its place in [`KINDS`].
pub(super) fn draw(room: Room, dice: &mut Dice) -> usize {
    let of_room: Vec<(usize, usize)> = KINDS
        .iter()
        .enumerate()
        .filter(|(_, kind)| kind.room == room && kind.weight > 0)
        .map(|(place, kind)| (place, kind.weight))
        .collect();
    dice.weighted(&of_room)
}
