internal import ResyDomain
internal import ResyNative

/// Names that people try for commands and options, and what they mean by them.
enum TriedNames {
    /// What an option stands for that the command line has a place of its own for.
    enum Place: Equatable { case name, date, time, option(String), value(String, String) }

    static let commands: [String: String] = [
        "reserve": "book", "reservation": "book", "make": "book", "booking": "book", "order": "book",
        "reservations": "list", "bookings": "list", "ls": "list", "mine": "list", "my-reservations": "list",
        "my_reservations": "list", "show": "list", "upcoming": "list", "tables": "check", "availability": "check",
        "check_availability": "check", "check-availability": "check", "available": "check", "avail": "check",
        "search": "find", "find_tables": "find", "find-tables": "find", "browse": "find", "discover": "find",
        "monitor": "watch", "watches": "watch", "watch_tables": "watch",
        "watch-tables": "watch", "nearby": "find", "open_days": "days", "open-days": "days", "open": "days",
        "calendar": "days",
        "release": "days", "releases": "days", "month": "days", "look": "check", "lookup": "check", "when": "check",
        "slots": "check",
        "times": "check", "make_reservation": "book", "cancel_reservation": "cancel", "delete": "cancel",
        "remove": "cancel", "rm": "cancel", "drop": "cancel", "unbook": "cancel", "cancelation": "cancel",
        "notify-me": "notify", "notify_me": "notify", "waitlist": "notify", "alert": "notify", "alerts": "notify",
        "notifications": "notify",
        "change_reservation": "change", "move": "change", "modify": "change", "reschedule": "change", "swap": "change",
        "signin": "login", "sign-in": "login", "auth": "login", "log-in": "login", "authenticate": "login",
        "signout": "logout", "sign-out": "logout", "log-out": "logout", "setup": "install", "configure": "install",
        "add": "install", "init": "install", "status": "doctor", "health": "doctor", "diagnose": "doctor",
        "verify": "doctor", "test": "doctor", "server": "serve", "start": "serve", "run": "serve", "mcp": "serve",
        "stdio": "serve", "version": "--version", "usage": "--help", "man": "--help", "commands": "--help",
    ]

    static let options: [String: Place] = {
        var places: [String: Place] = [
            "date": .date, "when": .date, "day": .date, "d": .date, "at": .option("time"), "hour": .option("time"),
            "clock": .option("time"), "preferred-time": .option("time"), "time": .option("time"),
            "t": .option("time"), "name": .name, "restaurant": .name, "restaurant-name": .name, "venue": .name,
            "r": .name, "debug": .value("log-level", "debug"), "verbose": .value("log-level", "debug"),
            "v": .value("log-level", "debug"), "cuisine": .name, "query": .name, "q": .name, "food": .name,
            "kind": .name,
        ]
        for seating in ["outdoors", "outdoor", "outside", "patio", "indoors", "indoor", "inside", "bar", "counter"] {
            places[seating] = .value("seating", seating)
        }
        let kin: [String: [String]] = [
            "party": [
                "people", "guests", "guest", "persons", "person", "size", "party-size", "party_size", "partysize",
                "covers",
                "seats", "pax", "diners", "adults", "num", "number", "count", "for", "group", "g", "n",
            ],
            "in": [
                "city", "location", "loc", "near", "place", "where", "area", "neighborhood", "neighbourhood", "town",
                "l", "c",
            ],
            "seating": ["seat", "room", "table", "seating-type", "section", "s"],
            "requests": [
                "note", "notes", "request", "special-requests", "special-request", "comment", "comments", "wish",
            ],
            "within": ["flexibility", "flex", "window", "range", "around", "flexibility-minutes", "minutes"],
            "yes": ["force", "f", "no-confirm", "assume-yes", "confirm-yes"],
            "id": ["confirmation", "confirmation-id", "reservation", "reservation-id", "confirmation_id"],
            "max-fee": ["max", "max-cost", "max-price", "fee", "cap", "limit"],
            "json": ["format", "output", "o", "j"], "past": ["history", "all", "include-past", "old"],
            "email": ["user", "username", "mail", "account"], "password-stdin": ["pass", "password", "pw"],
            "dry-run": ["dry", "dryrun"], "card": ["payment", "payment-method", "pay", "credit-card"],
            "allow-overlap": ["overlap", "double"], "or": ["and", "also", "other", "alternative"],
            "on": ["dates", "days"], "from": ["start", "since", "begin"], "to": ["until", "end", "through", "till"],
            "after": ["earliest", "not-before"], "before": ["latest", "by", "not-after"],
        ]
        for (name, tried) in kin { for word in tried { places[word] = .option(name) } }
        return places
    }()

    /// The one name that `word` is a slip away from, or the beginning of.
    static func nearest(_ word: String, among names: some Collection<String>) -> String? {
        guard word.count > 1 else { return nil }
        let begun = names.filter { word.count > 2 && $0.hasPrefix(word) }
        if begun.count == 1 { return begun.first }
        let letters = Array(word.lowercased())
        let ranked = names.map { ($0, EditDistance.between(letters, Array($0))) }.sorted { $0.1 < $1.1 }
        guard let best = ranked.first, best.1 <= (word.count < 5 ? 1 : 2) else { return nil }
        return ranked.dropFirst().first?.1 == best.1 ? nil : best.0
    }
}
