/// What a yes was given to: carried, sealed, in a `confirm_token`, so that it fits this and nothing else.
struct Agreement: Sendable, Equatable {
    enum Deed: String, Sendable { case book, cancel }

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

    static let lifetime: Double = 600

    var json: JSON {
        [
            "deed": .string(deed.rawValue), "account": .string(account), "venue": .integer(venue),
            "day": .string(day.iso), "time": .string(time.clock), "party": .integer(party),
            "seating": .string(seating), "card": .integer(card), "reservation": .integer(reservation),
            "terms": .string(fingerprint),
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
    }

    /// The same deed on the same card, whatever its terms.
    func isAbout(_ other: Agreement) -> Bool {
        var left = self
        var right = other
        (left.fingerprint, right.fingerprint) = ("", "")
        return left == right
    }

    static func fingerprint(of text: String) -> String {
        Digest.sha256Hex(Array(text.utf8))
    }
}

/// A yes that came back: what it was for, and the number that lets it work once.
struct GivenAgreement: Sendable {
    var agreement: Agreement
    var nonce: String
    var expires: Instant
}

/// Seals agreements into `confirm_token` texts and opens them again.
struct Agreements: Sendable {
    let key: @Sendable () throws -> Sealer
    let store: Store
    let clock: any WallClock

    func seal(_ agreement: Agreement) throws -> (token: String, expires: Instant) {
        let expires = clock.now.adding(Agreement.lifetime)
        return (try key().seal(agreement.json, expires: expires), expires)
    }

    /// Throws `bad_request` for a token that is not ours, is damaged or has run out.
    func open(_ token: String, for deed: Agreement.Deed) throws -> GivenAgreement {
        do {
            let opened = try key().open(token, now: clock.now)
            guard let agreement = Agreement(opened.payload), agreement.deed == deed else { throw SealError.tampered }
            return GivenAgreement(agreement: agreement, nonce: opened.nonce, expires: opened.expires)
        } catch SealError.expired {
            throw ResyError(
                .badRequest, "This confirm_token has run out: it lives ten minutes.",
                hint: "Call again without confirm_token, show the user the terms, and use the new one.")
        } catch is SealError {
            throw ResyError(
                .badRequest, "This confirm_token is not one that was given here, or not for this.",
                hint: "Call again without confirm_token and use the one in the answer, exactly as it is.")
        }
    }

    /// True the first time only.
    func spend(_ given: GivenAgreement) async throws -> Bool {
        try await store.spend(nonce: given.nonce, expires: given.expires, now: clock.now)
    }
}
