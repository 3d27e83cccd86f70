/// What to do next about one wish: what is known of it and of the reservation goes in, the next step comes out.
///
/// It knows two things above all: what somebody else wrote into the reservation is not overwritten unasked, and a request
/// that may have arrived is settled by reading the reservation, not by another one at once.
package struct WishFlow: Sendable, Equatable {
    package static let mostTries = 3
    /// Seconds after which nobody goes on.
    package static let longest: Double = 86_400
    /// Seconds that a request which may have arrived has to show before it may be sent again. Nobody else sends meanwhile.
    package static let rest: Double = 60

    package enum Step: Sendable, Equatable {
        case send
        /// The reservation holds these words of somebody else.
        case ask(held: String)
        /// `held`: what the reservation holds instead.
        case end(End, held: String? = nil)
        /// Look again later.
        case wait
    }

    /// How a wish ended; each but the first is told with what to do.
    package enum End: String, Sendable, CaseIterable {
        case shown
        /// The reservation holds words of somebody else, which were left.
        case held
        /// It shows only the beginning.
        case cutShort = "cut_short"
        /// Resy's word that it does not take it.
        case refused
        /// The restaurant does not have the question asked.
        case hidden
        case triedOut = "tried_out"
        case tooLate = "too_late"
        /// The table is cancelled, or its time has come.
        case tableGone = "table_gone"
        /// A newer one of the same field took its place.
        case replaced
        /// It is from a time in which none was sent.
        case keptHere = "kept_here"
    }

    /// The reservation, as Resy's list has it now.
    package struct Row: Sendable, Equatable {
        /// As it came; nil for an empty field.
        package var held: String?
        package var stands: Bool
        package var isHidden: Bool

        package init(held: String? = nil, stands: Bool = true, isHidden: Bool = false) {
            self.held = held.flatMap { $0.isBlank ? nil : $0 }
            self.stands = stands
            self.isHidden = isHidden
        }
    }

    package var wish: Wish
    /// What this program may have written there itself: sent, and not refused, since somebody's words were last seen there.
    package var ours: [String]
    /// Somebody else's words that a yes was given to overwrite.
    package var over: String?
    package var tries = 0
    /// A request was begun, and is not known to have failed.
    package var isSent = false
    /// When it was last sent, or looked at in vain.
    package var touchedAt: Instant?
    package var createdAt: Instant

    package init(
        _ wish: Wish, ours: [String] = [], over: String? = nil, tries: Int = 0, isSent: Bool = false,
        touchedAt: Instant? = nil, createdAt: Instant
    ) {
        self.wish = wish
        self.ours = ours
        self.over = over
        self.tries = tries
        self.isSent = isSent
        self.touchedAt = touchedAt
        self.createdAt = createdAt
    }

    /// `row`: nil where the list does not show the reservation.
    package func next(_ row: Row?, now: Instant) -> Step {
        guard let row else { return isTooOld(now) ? .end(.tooLate) : .wait }
        if let held = row.held, wish.isShown(by: held) { return .end(.shown) }
        if tries > 0, let held = row.held, wish.isCutShort(to: held) { return .end(.cutShort, held: held) }
        guard row.stands else { return .end(.tableGone) }
        if row.isHidden { return .end(.hidden) }
        if isTooOld(now) { return .end(.tooLate) }
        if let held = row.held, !isOurs(held), held != over { return .ask(held: held) }
        if isSent, isResting(now) { return .wait }
        return tries < Self.mostTries ? .send : .end(.triedOut)
    }

    /// Whether anybody need look at all: a request that rests is left alone, except by who reads the list anyway.
    package func isDue(_ now: Instant) -> Bool { !isResting(now) }

    private func isOurs(_ held: String) -> Bool {
        ours.contains { Wish(wish.field, text: $0)?.isShown(by: held) ?? false }
    }

    private func isTooOld(_ now: Instant) -> Bool { now.seconds - createdAt.seconds > Self.longest }

    /// One that was touched "in the future" was so before the clock was set back.
    private func isResting(_ now: Instant) -> Bool {
        guard let touchedAt else { return false }
        return (0..<Self.rest).contains(now.seconds - touchedAt.seconds)
    }
}

extension WishFlow {
    /// What an answer to the request is worth.
    package enum Answer: Sendable, Equatable {
        /// Taken, or perhaps: the reservation tells.
        case maybeTaken
        /// It never went out, and that was no try.
        case notSent
        /// It did nothing, and may be tried again later.
        case failed
        /// Resy's word that it never will.
        case refused
    }
}
