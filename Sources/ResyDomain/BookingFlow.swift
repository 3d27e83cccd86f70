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
        /// It holds the table for which this one was refused.
        case refusalListed
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
        /// The same, because the account holds this very table, which no list had before: by this request, delivered
        /// twice on its way, or from elsewhere.
        case heldAlready
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
        /// The failure that the shell holds is the reason. Nothing was booked; only where Resy named this very table and
        /// no list shows it does the shell say that this is not known.
        case failed
        case alreadyUnderWay
        case unknown
    }

    /// Why the account's list is looked at; each look comes after a pause.
    enum Look: Sendable {
        case unclearAnswer, refusedSignIn, refusal, heldTable

        /// Seconds before each: answers were seen to lag by up to five. A refused sign-in most likely did nothing, and
        /// after a clear refusal nobody who waits to choose another table is kept.
        var pauses: [Double] {
            switch self {
            case .unclearAnswer, .heldTable: [0.5, 2, 4, 6]
            case .refusedSignIn: [0.5, 2, 3]
            case .refusal: [0]
            }
        }
    }

    /// In one call.
    package static let mostQuestions = 3

    private enum State {
        case readingTerms, asking, renewing, recording, sending, ended
        case looking(Look, number: Int)
    }

    private var state = State.readingTerms
    private let policy: ConsentPolicy
    private var agreedTerms: Terms?
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
        // A refused sign-in should mean that nothing was done; a look costs less than a second table.
        case (.renewing, .signInRenewed): return look(.refusedSignIn)
        case (.looking, .listRead(let id?)): return end(.booked(reservationID: id))
        case (.looking(let look, let number), .listRead(nil)): return lookedInVain(look, number, couldRead: true)
        case (.looking(let look, let number), .listUnreadable): return lookedInVain(look, number, couldRead: false)
        case (.looking(.refusal, _), .outOfTime), (.looking(.heldTable, _), .outOfTime),
            (.looking(.refusal, _), .refusalListed), (.looking(.heldTable, _), .refusalListed):
            return end(.failed)
        case (.looking, .outOfTime), (.sending, .outOfTime): return end(.unknown)
        default:
            // An event that does not belong here is our own fault; nothing further is sent for it.
            return end(mayHaveBooked ? .unknown : .failed)
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
        case .booked(nil), .unclear: return look(.unclearAnswer)
        case .signedOut where !hasRenewed:
            hasRenewed = true
            state = .renewing
            return .renewSignIn
        case .notSent: return end(.failed)
        case .signedOut, .refused: return look(.refusal)
        case .heldAlready: return look(.heldTable)
        }
    }

    private mutating func look(_ look: Look, number: Int = 0) -> Action {
        state = .looking(look, number: number)
        return .readList(pause: look.pauses[number])
    }

    private mutating func lookedInVain(_ look: Look, _ number: Int, couldRead: Bool) -> Action {
        if number + 1 < look.pauses.count { return self.look(look, number: number + 1) }
        switch look {
        case .unclearAnswer: return end(.unknown)
        case .refusal, .heldTable: return end(.failed)
        // Only a list that was read last and lacks the table, after as long as lists were seen to lag, lets it be sent again.
        case .refusedSignIn where couldRead:
            state = .readingTerms
            return .readTerms
        case .refusedSignIn: return end(.unknown)
        }
    }

    private var mayHaveBooked: Bool {
        switch state {
        case .sending, .looking(.unclearAnswer, _), .looking(.refusedSignIn, _): true
        default: false
        }
    }

    private mutating func end(_ end: End) -> Action {
        state = .ended
        return .finish(end)
    }
}
