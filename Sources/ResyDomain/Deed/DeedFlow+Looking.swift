extension DeedFlow {
    /// What came back for the one request that does it.
    package enum Answer: Sendable, Equatable {
        /// Done; the number of a booked table.
        case done(reservationID: Int?)
        /// Resy says that it took it; the list has to show it.
        case taken
        case signedOut
        /// It never went out.
        case notSent
        /// Resy's word that nothing was done. A request that was delivered twice on its way may have that as its second
        /// answer. `isProof`: it stands where no list tells otherwise; else a list that still says so may be late.
        case refused(isProof: Bool)
        /// The same, because it seems to be done already: the account holds this very table, which no list had before, or
        /// the reservation is not found. By this request, delivered twice on its way, or from elsewhere.
        case refusedAsDone
        /// It may have been done.
        case unclear
    }

    /// What the account's list says of it.
    package enum Sight: Sendable, Equatable {
        /// It holds the booked table, or is whole and lacks the cancelled one.
        case done(reservationID: Int?)
        case notDone
        /// It could not be read, or not all of it.
        case unreadable
        /// It holds another table for which this booking was refused.
        case instead
        /// Of a change: it holds both tables, the new one under that number.
        case both(reservationID: Int?)
        /// Of a change: it is whole and holds neither.
        case neither
    }

    /// Why the account's list is looked at.
    package enum Look: Sendable, Equatable {
        case taken, unclear, refusedSignIn, refusedAsDone
        /// The sign-in was refused, which most likely kept it from being done, and there is no other try.
        case signedOut
        case refusal(isProof: Bool)
    }

    /// Looks at the list, one after the other, each after a pause.
    struct Looking: Sendable {
        enum Verdict: Equatable {
            case goOn(pause: Double)
            case end(End)
            /// Proved not to be done: what it comes to is read again, and sent again.
            case readAgain
        }

        private let deed: Deed
        private let reason: Look
        private let replaces: Bool
        private var number = 0
        private var absences = 0
        private var voids = 0
        private var wasNotDone = false
        private var last = Sight.unreadable

        init(_ deed: Deed, _ reason: Look, replaces: Bool = false) {
            self.deed = deed
            self.reason = reason
            self.replaces = replaces
        }

        var pause: Double { pauses[number] }

        mutating func see(_ sight: Sight) -> Verdict {
            last = sight
            voids = sight == .neither ? voids + 1 : 0
            switch sight {
            case .done(let id):
                absences += 1
                if absences >= proofs { return .end(.done(reservationID: id)) }
            case .notDone: (absences, wasNotDone) = (0, true)
            // Lists were seen to have both tables for a while, or neither.
            case .unreadable, .both, .neither: break
            case .instead:
                if case .refusal = reason { return .end(.failed) }
                if reason == .refusedAsDone { return .end(.failed) }
            }
            number += 1
            if number < pauses.count { return .goOn(pause: pause) }
            // Only a list that was read last and lacks the table, after as long as lists were seen to lag, lets it be sent
            // again.
            if reason == .refusedSignIn, last == .notDone { return .readAgain }
            return .end(endInVain)
        }

        /// Seconds before each look. Lists were seen to lag by up to five. A refused sign-in most likely did nothing, and
        /// after a clear refusal nobody who waits to choose another table is kept. A list that still has what Resy says it
        /// took, or does not find, is most likely late.
        private var pauses: [Double] {
            switch (deed, reason) {
            case (.book, .taken), (.book, .unclear), (.book, .refusedAsDone): [0.5, 2, 4, 6]
            case (.change, .taken), (.change, .unclear), (.change, .refusedAsDone): [0.5, 2, 4, 6]
            // What may be sent a second time after them is waited for twice as long.
            case (_, .refusedSignIn): [0.5, 2, 4, 6]
            // Who is told that nothing was changed leaves both tables be.
            case (.book, .refusal) where replaces: [0, 1.5, 4, 6.5]
            case (.book, .refusal): [0]
            // Nobody knows what a refusal of a change is worth.
            case (.change, .refusal): [0, 1.5, 4, 6.5]
            case (.cancel, .taken), (.cancel, .refusedAsDone): [0, 1.5, 3, 4, 6, 8]
            case (.cancel, .unclear), (.cancel, .refusal), (_, .signedOut): [0, 1.5, 3, 4]
            }
        }

        /// How many lists it takes. One that lacks a table which Resy has not said to be cancelled is no proof, and two are.
        private var proofs: Int { !deed.isOfListedTable || reason == .taken ? 1 : 2 }

        /// The end where no look has shown it done.
        var endInVain: End {
            switch (deed, reason) {
            case (.book, .refusal) where replaces: last == .notDone ? .failed : .unknown
            case (.book, .refusal): .failed
            case (.book, _): .unknown
            case (.cancel, .refusal(isProof: true)): .failed
            case (.cancel, .signedOut): wasNotDone ? .failed : .unknown
            // A list that still has it may be late.
            case (.cancel, _): .unknown
            case (.change, _): changeInVain
            }
        }

        /// What the last list says of a change: a request that Resy refused did nothing where the old table stands alone.
        private var changeInVain: End {
            switch (last, reason) {
            case (.both(let id), _): .bothHeld(reservationID: id)
            case (.neither, _): voids >= 2 ? .neitherHeld : .unknown
            case (.notDone, .refusal(isProof: true)): .failed
            default: .unknown
            }
        }

        var mayBeDone: Bool { endInVain != .failed }
    }
}
