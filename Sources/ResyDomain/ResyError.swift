/// The one error that leaves this library: what failed, and what to do next, as facts; the edge has the words.
///
/// No secret and no unchecked third-party text is ever part of it.
package struct ResyError: Error, Sendable, Equatable {
    /// What kind of failure it is; a struct, so that a new code breaks nobody.
    package struct Code: Sendable, Hashable {
        package let name: String

        package static let badRequest = Code(name: "bad_request")
        package static let notSignedIn = Code(name: "not_signed_in")
        package static let signInFailed = Code(name: "sign_in_failed")
        package static let signInBlocked = Code(name: "sign_in_blocked")
        package static let captcha = Code(name: "captcha")
        package static let venueNotFound = Code(name: "venue_not_found")
        package static let venueAmbiguous = Code(name: "venue_ambiguous")
        package static let slotGone = Code(name: "slot_gone")
        package static let conflict = Code(name: "conflict")
        package static let paymentRequired = Code(name: "payment_required")
        package static let reservationNotFound = Code(name: "reservation_not_found")
        package static let reservationAmbiguous = Code(name: "reservation_ambiguous")
        package static let rateLimited = Code(name: "rate_limited")
        package static let blocked = Code(name: "blocked")
        package static let network = Code(name: "network")
        package static let schemaChanged = Code(name: "schema_changed")
        package static let resyError = Code(name: "resy_error")
    }

    /// What the caller may choose from to mend it.
    package enum Choice: Sendable, Equatable {
        case venue(Venue)
        case reservation(Reservation)
        /// `zone`: the restaurant's, which its deadlines are told in.
        case slot(Slot, evening: CalendarDay, party: Int, zone: Zone?)
    }

    package var code: Code
    /// What failed, with the value it failed on.
    package var finding: Finding
    /// What to do next.
    package var advice: [Advice]
    /// What else to know.
    package var remarks: [Remark] = []
    package var choices: [Choice]
    /// A link that lets a person go on by hand.
    package var url: String?
    /// When it is worth trying again, where the server said so.
    package var retryAt: Instant?
    /// How doubtful words were read, told first.
    package var readings: [WordReading] = []
    /// The deed that it kept from being done, where that is to be told.
    package private(set) var undone: Deed?
    /// It tells itself what became of a deed that it ended; else the deed's edge does.
    package private(set) var tellsOutcome = false

    package init(
        _ code: Code, _ finding: Finding, advice: [Advice] = [], choices: [Choice] = [], url: String? = nil,
        retryAt: Instant? = nil
    ) {
        self.code = code
        self.finding = finding
        self.advice = advice
        self.choices = choices
        self.url = url
        self.retryAt = retryAt
    }
}

extension ResyError {
    /// The one place where a failed deed says what was not done.
    package func undone(_ deed: Deed) -> ResyError {
        guard !tellsOutcome else { return self }
        var error = self
        (error.undone, error.tellsOutcome) = (deed, true)
        return error
    }

    /// For one that tells itself what became of the deed, such as one that was sent by an earlier call.
    package func tellingOutcome() -> ResyError {
        var error = self
        error.tellsOutcome = true
        return error
    }
}

extension ResyError {
    /// Whether what it says sends to that page already.
    package func tellsLink(_ url: String) -> Bool {
        advice.contains { $0.url == url }
    }
}
