internal import ResyDomain

/// What a yes was given to: carried, sealed, between two calls, so that it fits this and nothing else.
struct Agreement: Sendable, Equatable {
    var deed: Deed
    var account: String
    var venue: Int
    var day: CalendarDay
    var time: TimeOfDay
    var party: Int
    var seating: String
    var card: Int?
    /// For a cancellation.
    var reservation: Int?
    /// Of the terms that were shown.
    var fingerprint: String
    /// What the restaurant is to be told, and what that overwrites; empty for nothing.
    var wishes = ""

    static let lifetime: Double = 600

    var json: JSON {
        [
            "deed": .string(deed.rawValue), "account": .string(account), "venue": .integer(venue),
            "day": .string(day.iso), "time": .string(time.clock), "party": .integer(party),
            "seating": .string(seating), "card": .integer(card), "reservation": .integer(reservation),
            "terms": .string(fingerprint), "wishes": .string(wishes),
        ]
    }

    init(
        deed: Deed, account: String, venue: Int, day: CalendarDay, time: TimeOfDay, party: Int, seating: String,
        card: Int?, reservation: Int?, fingerprint: String
    ) {
        self.deed = deed
        self.account = account
        self.venue = venue
        self.day = day
        self.time = time
        self.party = party
        self.seating = seating
        self.card = card
        self.reservation = reservation
        self.fingerprint = fingerprint
    }

    init?(_ json: JSON) {
        guard let deed = (try? json["deed"].string).flatMap({ Deed(rawValue: $0) }),
            let account = try? json["account"].string, let venue = try? json["venue"].integer,
            let day = (try? json["day"].string).flatMap({ CalendarDay(iso: $0) }),
            let time = (try? json["time"].string).flatMap({ TimeOfDay(clock: $0) }),
            let party = try? json["party"].integer, let seating = try? json["seating"].string,
            let fingerprint = try? json["terms"].string
        else { return nil }
        self.init(
            deed: deed, account: account, venue: venue, day: day, time: time, party: party, seating: seating,
            card: try? json.optional("card")?.integer, reservation: try? json.optional("reservation")?.integer,
            fingerprint: fingerprint)
        wishes = (try? json.optional("wishes")?.string) ?? ""
    }

    /// The same deed on the same card, whatever its terms.
    func isAbout(_ other: Agreement) -> Bool {
        var left = self
        var right = other
        (left.fingerprint, right.fingerprint) = ("", "")
        return left == right
    }

    /// What a yes was given for, where that is not `other`.
    func difference(from other: Agreement) -> YesRemark.Other {
        var given = self
        (given.fingerprint, given.card) = (other.fingerprint, other.card)
        if given == other { return .card }
        given.wishes = other.wishes
        if given == other { return .wishes }
        given.account = other.account
        return given == other ? .account : .table
    }

    /// `over`: somebody else's words that stand in its place.
    static func fingerprint(of wishes: [(wish: Wish, over: String?)]) -> String {
        guard !wishes.isEmpty else { return "" }
        let texts = wishes.flatMap { [$0.wish.field.rawValue, $0.wish.text, $0.over ?? ""] }
        // Its length before each, since what somebody wrote may hold line ends.
        return fingerprint(of: texts.map { "\($0.utf8.count):\($0)" }.joined())
    }

    static func fingerprint(of text: String) -> String {
        Digest.sha256Hex(Array(text.utf8))
    }
}

/// A yes that came back, and what it was for.
struct GivenAgreement: Sendable {
    var agreement: Agreement
    /// It works once.
    var yes: Store.Yes
    /// It is the answer to a question, which a no would have used up as well.
    var isAnswer = false
}
