/// What became of a change, or what it waits for.
package struct ChangeOutcome: Sendable {
    package enum Status: String, Sendable {
        case changed, needsConfirmation = "needs_confirmation", declined
        case overLimit = "over_limit"
        /// Nothing was done, and the old table stands.
        case notChanged = "not_changed"
        case bothHeld = "both_held"
        case neitherHeld = "neither_held"
        case unknown
    }

    package var status: Status
    /// As it was, with what this home knows of it.
    package var old: Reservation
    /// Held, or wanted: then its number is 0. Nil where no other table is wanted.
    package var new: Reservation?
    /// What is lost with the old table at that moment; nil where it is not given up.
    package var lost: Charges?
    /// What the new one puts at stake; nil where its terms were not read.
    package var atStake: Charges?
    package var way: ChangeWay?
    /// As the restaurant words them, cleaned; nil where they were not read.
    package var terms: [String]?
    /// `Visa ending in 4242`, where a card goes along.
    package var card: String?
    /// Where the account's tables are shown, and where that evening is.
    package var byHand: String
    package var url: String
    package var wishes: [ToldWish] = []
    /// Nothing but what the restaurant is told is to change.
    package var isAboutWishAlone = false
    /// What waits for a yes is the cancellation of the old table alone.
    package var isNewBooked = false
    /// By an earlier call; this one sent nothing.
    package var isEarlier = false
    package var confirmToken: String?
    package var confirmBefore: Instant?
    package var question: OpenQuestion?
    /// All that a yes may cost; nil where it is not known.
    package var stake: Stake?
    package var readings: [WordReading] = []
    package var remarks: [Remark]

    package init(_ status: Status, _ old: Reservation, byHand: String, url: String, remarks: [Remark] = []) {
        (self.status, self.old, self.byHand, self.url, self.remarks) = (status, old, byHand, url, remarks)
    }

    package var isNewHeld: Bool { (new?.id ?? 0) > 0 }
}
