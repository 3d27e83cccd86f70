/// The steps of one booking as a pure machine: what happened goes in, what to do next comes out.
///
/// It knows two things above all: a booking is sent at most once for each time that Resy proves it did nothing,
/// and after an unclear answer only the account's list decides.
package struct BookingFlow: Sendable {
    package enum Event: Sendable {
        /// The slot's terms, as Resy states them now; `agreed` when a yes to these very terms came with the call.
        case termsRead(Terms, agreed: Bool)
        /// What a person said to the question, in this call or between it and the one before.
        case replied(Reply)
        /// Reading them failed; nothing was sent.
        case termsFailed
        case signInRenewed
        case intentRecorded
        /// Another booking of the same table, or of one that evening, is open, here or in another process.
        case intentRefused
        case answered(Answer)
        /// The account's list; the reservation's number where it holds the table.
        case listRead(reservationID: Int?)
        case listUnreadable
        case outOfTime
    }

    /// What came back for the one request that books.
    package enum Answer: Sendable {
        /// Taken; nil where the answer lacked the number, which the list then has to tell.
        case booked(reservationID: Int?)
        case signedOut
        /// It never went out.
        case notSent
        /// Resy's word that nothing was booked. A request that was delivered twice on its way may have that as its
        /// second answer.
        case refused
        /// It may have been booked.
        case unclear
    }

    package enum Action: Sendable, Equatable {
        case readTerms
        /// Ask for a yes to the terms just read; `changed` where others were shown before.
        case ask(changed: Bool)
        case renewSignIn
        case recordIntent
        case send
        /// Read the account's list after that many seconds.
        case readList(pause: Double)
        case finish(End)
    }

    package enum End: Sendable, Equatable {
        case booked(reservationID: Int)
        case needsConfirmation(changed: Bool)
        case declinedByLimit
        /// By a person.
        case declined
        /// The failure that the shell holds is the reason; nothing was booked.
        case failed
        case alreadyUnderWay
        case unknown
    }

    /// Seconds before each look at the list: answers were seen to lag by up to five.
    package static let pauses: [Double] = [0.5, 2, 4, 6]

    /// The same after a refused sign-in, which most likely did nothing.
    package static let checks: [Double] = [0.5, 2, 3]

    /// The same after a clear refusal: whoever waits to choose another table is not kept.
    package static let glance: Double = 0

    /// In one call.
    package static let mostQuestions = 3

    private enum State {
        case readingTerms, asking, renewing, checking, recording, sending, glancing, reading, ended
    }

    private var state = State.readingTerms
    private let policy: ConsentPolicy
    private var agreedTerms: Terms?
    private var looks = 0
    private var questions = 0
    private var hasRenewed = false

    /// `policy` judges terms at their first reading; what it let pass must not change afterwards.
    package init(policy: ConsentPolicy) {
        self.policy = policy
    }

    package var start: Action { .readTerms }

    package mutating func handle(_ event: Event) -> Action {
        switch (state, event) {
        case (.readingTerms, .termsRead(let terms, let agreed)): return judge(terms, agreed)
        case (.readingTerms, .replied(.no)), (.asking, .replied(.no)): return end(.declined)
        case (.asking, .replied(.unseen)): return end(.needsConfirmation(changed: questions > 1))
        case (.asking, .replied(.yes)):
            // Time has passed since: what is booked must be what was agreed to.
            state = .readingTerms
            return .readTerms
        case (.readingTerms, .termsFailed), (.readingTerms, .outOfTime), (.recording, .outOfTime),
            (.renewing, .outOfTime), (.renewing, .termsFailed):
            return end(.failed)
        case (.recording, .intentRecorded):
            state = .sending
            return .send
        case (.recording, .intentRefused): return end(.alreadyUnderWay)
        case (.sending, .answered(let answer)): return settle(answer)
        case (.renewing, .signInRenewed):
            // A refused sign-in should mean that nothing was done; a look costs less than a second table.
            state = .checking
            return .readList(pause: Self.checks[0])
        case (.checking, .listRead(let id?)), (.glancing, .listRead(let id?)): return end(.booked(reservationID: id))
        case (.glancing, .listRead(nil)), (.glancing, .listUnreadable), (.glancing, .outOfTime): return end(.failed)
        case (.checking, .listRead(nil)), (.checking, .listUnreadable): return checkAgain(event)
        case (.checking, .outOfTime): return end(.unknown)
        case (.reading, .listRead(let id?)): return end(.booked(reservationID: id))
        case (.reading, .listRead(nil)), (.reading, .listUnreadable): return lookAgain()
        case (.reading, .outOfTime), (.sending, .outOfTime):
            return end(.unknown)
        default:
            // An event that does not belong here is our own fault; nothing further is sent for it.
            return end(state == .sending || state == .reading ? .unknown : .failed)
        }
    }

    private mutating func judge(_ terms: Terms, _ agreed: Bool) -> Action {
        if let agreedTerms {
            // Read again after a renewed sign-in: only the same terms are sent again.
            // The card may have changed as well, and with it what the yes was for.
            guard agreedTerms.canonicalText == terms.canonicalText, policy.decide(terms, agreed: agreed) == .goAhead
            else {
                return end(.needsConfirmation(changed: true))
            }
        } else {
            switch policy.decide(terms, agreed: agreed) {
            case .goAhead: agreedTerms = terms
            // Terms that are others each time can be agreed to by nobody.
            case .ask where questions == Self.mostQuestions: return end(.needsConfirmation(changed: true))
            case .ask:
                state = .asking
                questions += 1
                return .ask(changed: questions > 1)
            case .refuse: return end(.declinedByLimit)
            }
        }
        if hasRenewed {
            // The intent of the first try still stands.
            state = .sending
            return .send
        }
        state = .recording
        return .recordIntent
    }

    private mutating func settle(_ answer: Answer) -> Action {
        switch answer {
        case .booked(let id?): return end(.booked(reservationID: id))
        case .booked(nil): return lookAgain()
        case .signedOut where !hasRenewed:
            hasRenewed = true
            state = .renewing
            return .renewSignIn
        case .notSent: return end(.failed)
        case .signedOut, .refused:
            state = .glancing
            return .readList(pause: Self.glance)
        case .unclear: return lookAgain()
        }
    }

    /// Only a list that was read last and lacks the table, after as long as lists were seen to lag, lets it be sent again.
    private mutating func checkAgain(_ event: Event) -> Action {
        looks += 1
        if looks < Self.checks.count { return .readList(pause: Self.checks[looks]) }
        guard case .listRead = event else { return end(.unknown) }
        looks = 0
        state = .readingTerms
        return .readTerms
    }

    private mutating func lookAgain() -> Action {
        guard looks < Self.pauses.count else { return end(.unknown) }
        state = .reading
        defer { looks += 1 }
        return .readList(pause: Self.pauses[looks])
    }

    private mutating func end(_ end: End) -> Action {
        state = .ended
        return .finish(end)
    }
}
