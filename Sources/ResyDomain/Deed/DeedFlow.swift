/// The steps of one deed, a booking or a cancellation, as a pure machine: what happened goes in, what to do next comes out.
///
/// It knows two things above all: a deed is sent at most once for each time that Resy proves it did nothing, and after an
/// answer that proves nothing only the account's list decides. How it ends, `unknown` too, is its word alone.
package struct DeedFlow: Sendable {
    package enum Event: Sendable, Equatable {
        /// What a yes would be for, as Resy states it now.
        case read(Offer)
        /// It could not be read; nothing was sent for that.
        case unread
        /// Reading it showed that there is nothing to do: it was done before, or cannot be.
        case settled
        /// What a person said to the question, in this call or between it and the one before.
        case replied(Reply)
        case signInRenewed
        case intentRecorded
        /// Another deed stands in the way, here or in another process.
        case intentRefused
        case answered(Answer)
        case saw(Sight)
        case outOfTime
    }

    package enum Action: Sendable, Equatable {
        /// Read anew what it comes to.
        case read
        /// Ask for a yes to what was just read; `changed` where something else was shown before.
        case ask(changed: Bool)
        case renewSignIn
        case recordIntent
        case send
        /// Read the account's list after that many seconds.
        case look(pause: Double)
        case finish(End)
    }

    package enum End: Sendable, Equatable {
        /// The number of a booked table.
        case done(reservationID: Int?)
        case settled
        case needsConfirmation(changed: Bool)
        case declinedByLimit
        /// By a person.
        case declined
        /// Nothing was done; the shell holds why.
        case failed
        case underWay
        case unknown
        /// Of a change: the number of the new table, where it is known.
        case bothHeld(reservationID: Int?)
        case neitherHeld
    }

    /// In one call.
    package static let mostQuestions = 3

    private enum State {
        case reading, asking, renewing, recording, sending, ended
        case looking(Looking)
    }

    private let deed: Deed
    private let policy: ConsentPolicy
    /// The booking is to take the place of another table.
    private let replaces: Bool
    private var state = State.reading
    private var agreed: Offer?
    private var questions = 0
    private var hasRenewed = false

    /// `policy` judges what is read first; what it let pass must not change afterwards.
    package init(_ deed: Deed, policy: ConsentPolicy, replaces: Bool = false) {
        self.deed = deed
        self.policy = policy
        self.replaces = replaces
    }

    package var start: Action { .read }

    /// Of one that an earlier call sent: only the list can tell.
    package mutating func lookAfterUnclear() -> Action { look(.unclear) }

    package mutating func handle(_ event: Event) -> Action {
        switch (state, event) {
        case (.reading, .read(let offer)): return judge(offer)
        case (.reading, .settled): return end(hasRenewed ? .unknown : .settled)
        case (.reading, .replied(.no)), (.asking, .replied(.no)): return end(.declined)
        case (.asking, .replied(.unseen)): return end(.needsConfirmation(changed: questions > 1))
        case (.asking, .replied(.yes)):
            // Time has passed since: what is done must be what was agreed to.
            state = .reading
            return .read
        // What could not be read again may still be seen in the list.
        case (.reading, .unread) where hasRenewed && deed.isOfListedTable: return look(.signedOut)
        case (.reading, .unread), (.reading, .outOfTime), (.recording, .outOfTime), (.renewing, .outOfTime),
            (.renewing, .unread):
            return end(.failed)
        case (.recording, .intentRecorded):
            state = .sending
            return .send
        case (.recording, .intentRefused): return end(.underWay)
        case (.sending, .answered(let answer)): return settle(answer)
        case (.renewing, .signInRenewed): return renewed()
        case (.looking(let looking), .saw(let sight)): return seen(sight, looking)
        case (.looking(let looking), .outOfTime): return end(looking.endInVain)
        case (.sending, .outOfTime): return end(.unknown)
        default:
            // An event that does not belong here is our own fault; nothing further is sent for it.
            return end(mayBeDone ? .unknown : .failed)
        }
    }

    private mutating func judge(_ offer: Offer) -> Action {
        if let agreed {
            // Read again after a renewed sign-in: only the same is sent again. The card may have changed as well, and with
            // it what the yes was for.
            guard agreed.cost == offer.cost, policy.decide(offer) == .goAhead else {
                return end(.needsConfirmation(changed: true))
            }
        } else {
            switch policy.decide(offer) {
            case .goAhead: agreed = offer
            // What is something else each time can be agreed to by nobody.
            case .ask where questions == Self.mostQuestions: return end(.needsConfirmation(changed: true))
            case .ask:
                state = .asking
                questions += 1
                return .ask(changed: questions > 1)
            case .refuse: return end(.declinedByLimit)
            }
        }
        // The intent of the first try still stands.
        state = hasRenewed ? .sending : .recording
        return hasRenewed ? .send : .recordIntent
    }

    private mutating func settle(_ answer: Answer) -> Action {
        switch answer {
        case .done(let id): return end(.done(reservationID: id))
        case .signedOut where !hasRenewed:
            hasRenewed = true
            state = .renewing
            return .renewSignIn
        case .notSent: return end(.failed)
        case .taken: return look(.taken)
        case .unclear: return look(.unclear)
        case .signedOut: return look(deed.isOfListedTable ? .signedOut : .refusal(isProof: true))
        case .refused(let isProof): return look(.refusal(isProof: isProof))
        case .refusedAsDone: return look(.refusedAsDone)
        }
    }

    /// A refused sign-in should mean that nothing was done. A second table costs more than a look; a reservation that is
    /// cancelled already is not there to be cancelled again.
    private mutating func renewed() -> Action {
        guard deed.isOfListedTable else { return look(.refusedSignIn) }
        state = .reading
        return .read
    }

    private mutating func look(_ reason: Look) -> Action {
        let looking = Looking(deed, reason, replaces: replaces)
        state = .looking(looking)
        return .look(pause: looking.pause)
    }

    private mutating func seen(_ sight: Sight, _ looking: Looking) -> Action {
        var looking = looking
        switch looking.see(sight) {
        case .goOn(let pause):
            state = .looking(looking)
            return .look(pause: pause)
        case .end(let end): return self.end(end)
        case .readAgain:
            state = .reading
            return .read
        }
    }

    private var mayBeDone: Bool {
        switch state {
        case .sending: true
        case .looking(let looking): looking.mayBeDone
        case .reading, .renewing, .asking, .recording, .ended: false
        }
    }

    private mutating func end(_ end: End) -> Action {
        state = .ended
        return .finish(end)
    }
}
