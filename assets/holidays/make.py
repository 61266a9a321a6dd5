"""Writes holidays.tsv, the public holidays that Daybook offers, from the Python package `holidays`.

    pip install holidays==0.109 pytz==2026.6
    python make.py > holidays.tsv

Lines, fields apart by tabs:
    C  country code, its language, its time zones
    R  region code, its name             regions of the country above
    H  where, kind, days, name in the country's language, name in English
Where: `*` everywhere; codes, `-` being the country without a region; after `!` everywhere but there.
Kind: P public; O in some places, by some employers, or half a day.
Days: MM-DD is that day of every year; else years and days, YYYY-MM-DD.
"""

import sys
from collections import defaultdict

import holidays
from holidays.constants import HOLIDAY_NAME_DELIMITER
from pytz import country_timezones

FIRST, LAST = 2016, 2046
COUNTRIES = """AD AR AT AU BE BG BR CA CH CL CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT JP LI LT LU LV
MA MC MT MX NL NO NZ PL PT RO RS SE SI SK SM TR UA US ZA""".split()
SOME = ["catholic", "protestant", "half_day", "optional", "de_facto", "bank"]
# School zones and places where nobody lives.
NO_REGIONS = {
    "FR": {"Zone A", "Zone B", "Zone C", "TF"},
    "NL": {"Midden", "Noord", "Zuid"},
    "US": {"UM"},
}
ALL = "-"


def named(country, region, category, language):
    kind = getattr(holidays, country)
    found = kind(
        subdiv=None if region == ALL else region,
        years=range(FIRST, LAST + 1),
        categories=(category,),
        language=language,
    )
    return {day: name.split(HOLIDAY_NAME_DELIMITER) for day, name in found.items()}


def english(kind):
    if kind.supported_languages and "en_US" in kind.supported_languages:
        return "en_US"
    return kind.default_language


def days_of(days):
    spread = {(day.month, day.day) for day in days}
    if len(spread) == 1 and len(days) == LAST - FIRST + 1:
        return f"{days[0]:%m-%d}"
    return " ".join(day.isoformat() for day in sorted(days))


def where_of(regions, every):
    if regions == every:
        return "*"
    left = every - regions
    if len(left) < len(regions):
        return "!" + ",".join(sorted(left))
    return ",".join(sorted(regions))


def main():
    out = sys.stdout
    out.write(
        f"# Public holidays of {FIRST} to {LAST}, made by make.py from the Python package holidays "
        f"{holidays.__version__} (MIT License,\n"
        "# (c) Vacanza Team and individual contributors); not to be edited by hand.\n"
    )
    out.write(f"Y\t{FIRST}\t{LAST}\n")
    for country in COUNTRIES:
        kind = getattr(holidays, country)
        language = kind.default_language or ""
        zones = " ".join(country_timezones[country])
        out.write(f"C\t{country}\t{language.split('_')[0]}\t{zones}\n")
        aliases = kind.get_subdivision_aliases()
        regions = [one for one in kind.subdivisions if one not in NO_REGIONS.get(country, ())]
        for region in regions:
            names = [name for name in aliases.get(region, []) if not name.isupper()]
            out.write(f"R\t{region}\t{names[0] if names else region}\n")
        every = {ALL, *regions}
        categories = [("public", "P")] + [
            (one, "O") for one in SOME if one in kind.supported_categories
        ]
        # Name and kind -> day -> where.
        found = defaultdict(lambda: defaultdict(set))
        public = defaultdict(set)
        for category, sort in categories:
            for region in sorted(every):
                local = named(country, region, category, kind.default_language)
                abroad = named(country, region, category, english(kind))
                for day, names in local.items():
                    if not FIRST <= day.year <= LAST:
                        continue
                    others = abroad.get(day, names)
                    if len(others) != len(names):
                        names, others = ["; ".join(names)], ["; ".join(others)]
                    for name, other in zip(names, others):
                        if sort == "P":
                            public[day].add(region)
                        elif region in public[day]:
                            continue
                        found[(sort, name, other)][day].add(region)
        lines = []
        for (sort, name, other), days in found.items():
            by_place = defaultdict(list)
            for day, places in days.items():
                by_place[frozenset(places)].append(day)
            for places, of_place in by_place.items():
                of_place.sort()
                lines.append((of_place[0].timetuple().tm_yday, name, where_of(set(places), every),
                              sort, days_of(of_place), other))
        for _, name, where, sort, days, other in sorted(lines):
            out.write(f"H\t{where}\t{sort}\t{days}\t{name}\t{other}\n")


main()
