"""Numbers, money, dates and times as (Indonesian, English) pairs.

Indonesian groups with points and writes decimals with a comma; English the other way round. `Rp 1,5 triliun` is
`Rp 1.5 trillion`, `12 Juli 2025` is `July 12, 2025`, `Sabtu (12/7/2025)` keeps day before month, `pukul 14.30 WIB` is `14:30 WIB`.
"""


def grouped(n):
    """14000 -> 14.000, 14,000."""
    return f"{n:,}".replace(",", "."), f"{n:,}"


def whole(rng, low=2, high=9):
    """A whole number of any size, often round, below ten to the power `high`."""
    kind = rng.random()
    if kind < 0.25:
        n = rng.randint(low, 99)
    elif kind < 0.5:
        n = rng.randint(100, 999)
    elif kind < 0.93:
        n = rng.randint(1000, 10 ** rng.choice((4, 4, 5, 5, 6)) - 1)
    else:
        n = rng.randint(10 ** 5, 10 ** high - 1)
    if n > 100 and rng.random() < 0.4:
        unit = 10 ** rng.randint(1, len(str(n)) - 1)
        n = max(unit, n // unit * unit)
    return grouped(n)


def decimal(rng, top=100, places=(1, 1, 1, 2, 2, 3)):
    """12,4 and 12.4."""
    k = rng.choice(places)
    n = rng.randrange(0, int(top))
    text = f"{n}.{rng.randrange(1, 10 ** k):0{k}d}"
    return text.replace(".", ","), text


def amount(rng, share=0.5):
    """A decimal or a small whole number, for use before juta, miliar, persen..."""
    if rng.random() < share:
        return decimal(rng, rng.choice((10, 10, 100, 1000)))
    n = str(rng.choice((rng.randint(2, 20), rng.randint(2, 99), rng.randint(100, 999))))
    return n, n


def percent(rng):
    a, b = decimal(rng, rng.choice((10, 30, 100)), (1, 1, 1, 2)) if rng.random() < 0.6 else (str(rng.randint(1, 100)),) * 2
    kind = rng.random()
    if kind < 0.2:
        return a + "%", b + "%"
    if kind < 0.25:
        return "minus " + a + " persen", "minus " + b + " percent"
    return a + " persen", b + " percent"


def scaled(rng, scales):
    a, b = amount(rng)
    s, e = rng.choice(scales)
    if s == "ribu":  # 35 ribu is 35,000
        n = rng.randint(2, 999)
        return f"{n} ribu", f"{n},000"
    return f"{a} {s}", f"{b} {e}"


def rupiah(rng, scales):
    gap = rng.choice(("Rp ", "Rp ", "Rp", "Rp. "))
    if rng.random() < 0.35:
        a, b = grouped(rng.randint(5, 999) * rng.choice((100, 500, 1000, 1000, 10000, 50000)))
    else:
        a, b = scaled(rng, scales)
    return gap + a, "Rp " + b


def money(rng, lists):
    """Rupiah half the time; else a sum before its currency's name or after a sign."""
    scales, kind = lists["SCALE"], rng.random()
    if kind < 0.45:
        return rupiah(rng, scales)
    a, b = scaled(rng, scales) if rng.random() < 0.75 else whole(rng, 2, 6)
    if kind < 0.6:
        sign = rng.choice((("US$ ", "US$ "), ("US$", "US$"), ("$", "$"), ("€", "€"), ("S$", "S$"), ("£", "£"), ("¥", "¥")))
        return sign[0] + a, sign[1] + b
    cur = rng.choice(lists["CUR"])
    return f"{a} {cur[0]}", f"{b} {cur[1]}"


def both(rng, lists):
    """A sum with its conversion in brackets."""
    scales = [s for s in lists["SCALE"] if s[0] != "ribu"]
    (a, b), cur, (c, d) = scaled(rng, scales), rng.choice(lists["CUR"]), rupiah(rng, scales)
    about = rng.choice((("atau sekitar ", "or around "), ("atau setara ", "or equivalent to "), ("setara dengan ", "equivalent to "), ("sekitar ", "around "), ("", "")))
    if about[0].startswith("atau") and rng.random() < 0.6:
        return f"{a} {cur[0]} {about[0]}{c}", f"{b} {cur[1]}, {about[1]}{d}"
    return f"{a} {cur[0]} ({about[0]}{c})", f"{b} {cur[1]} ({about[1]}{d})"


def day_month(rng, lists):
    m = rng.choice(lists["MONTH"])
    d = rng.randint(1, 28 if m[1] == "February" else 30)
    return f"{d} {m[0]}", f"{m[1]} {d}"


def year(rng):
    y = str(rng.choice((rng.randint(2015, 2030), rng.randint(1998, 2026), rng.randint(1945, 2026), rng.randint(1200, 1950))))
    return y, y


def date(rng, lists):
    (a, b), (y, _) = day_month(rng, lists), year(rng)
    return f"{a} {y}", f"{b}, {y}"


def date_range(rng, lists):
    m = rng.choice(lists["MONTH"])
    a = rng.randint(1, 20); z = a + rng.randint(1, 8)
    if rng.random() < 0.5:
        return f"{a}-{z} {m[0]}", f"{m[1]} {a}-{z}"
    return f"{a} hingga {z} {m[0]}", f"{m[1]} {a} to {z}"


def slashed(rng):
    d, m = rng.randint(1, 30), rng.randint(1, 12)
    text = f"{d:02d}/{m:02d}" if rng.random() < 0.25 else f"{d}/{m}"
    return f"({text}/{rng.randint(2007, 2026)})" if rng.random() < 0.65 else f"({text})"


def day_date(rng, lists):
    """Sabtu (12/7/2025)"""
    d, s = rng.choice(lists["DAYNAME"]), slashed(rng)
    kind = rng.random()
    if kind < 0.2:
        p = rng.choice(lists["PARTOFDAY"])
        return f"{d[0]} {p[0]} {s}", f"{d[1]} {p[1]} {s}"
    if kind < 0.35:
        a, b = date(rng, lists)
        return f"{d[0]}, {a}", f"{d[1]}, {b}"
    return f"{d[0]} {s}", f"{d[1]} {s}"


def clock(rng, lists):
    """pukul 14.30 WIB -> 14:30 WIB"""
    h, m = rng.randint(0, 23), rng.choice((0, 0, 0, 15, 30, 30, 45, rng.randint(1, 59)))
    z = rng.choice(lists["ZONE"]) if rng.random() < 0.85 else ("", "")
    sep = "." if rng.random() < 0.85 else ":"
    return f"pukul {h:02d}{sep}{m:02d} {z[0]}".strip(), f"{h:02d}:{m:02d} {z[1]}".strip()


def hour(rng):
    """jam 5 sore -> 5 p.m."""
    part, low, high, mark = rng.choice((("pagi", 4, 10, "a.m."), ("siang", 1, 2, "p.m."), ("sore", 3, 6, "p.m."), ("malam", 7, 11, "p.m."), ("dini hari", 1, 3, "a.m.")))
    h = rng.randint(low, high)
    return f"{rng.choice(('jam', 'pukul'))} {h} {part}", f"{h} {mark}"


def ordinal(n):
    return f"{n}{'th' if n % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def score(rng):
    s = f"{rng.randint(0, 5)}-{rng.randint(0, 5)}"
    if rng.random() < 0.25:
        s = ", ".join(f"{a}-{b}" for a, b in [(21, rng.randint(5, 19)), (rng.randint(5, 19), 21), (21, rng.randint(5, 19))][: rng.choice((2, 3))])
    return s, s
