/// What to do about a booking or a cancellation that did not go through. `url`: where the account's reservations, or the
/// restaurant's evening, are shown.
package enum DeedAdvice: Sendable, Equatable {
    case giveTime
    case chooseLater
    case askFor(DoubtfulTime)
    case shorten

    case offerAlternatives
    case nothingElse(Evening.Part, url: String)
    case lookFromThenOn
    case anotherPartySize
    case byHand(url: String)
    case nameOneSeating

    case lookOrInsist(url: String)
    /// The one that is held is at another restaurant, or at the same.
    case swapOrKeepBoth, moveOrKeepBoth
    /// The table held is the very one, for another number of people.
    case ofThatParty(Int)
    case otherSeatingInstead
    case otherTableInstead
    case notForNothing
    case waitForCancellation
    case waitAMinute
    case answerFirst
    case waitForOutcome(url: String)
    /// The same where a change is what was asked for.
    case waitForBooking(url: String)
    /// Of a change, or of a cancellation, that has no outcome yet.
    case waitForChange(url: String), waitForCancelled(url: String)

    case bookAnew
    case tryAnew
    case askAnew
    case useTheNewYes
    case addCard(url: String)
    case nameCard([PaymentCard])

    case sayWhatToChange
    /// One of two tables that are held.
    case giveUpTheOther
    /// That took the place of the one that was named.
    case nameTheNewOne
    /// Those that are told beside it, by their numbers.
    case nameUpcoming

    case numberLooksLike
    case askWhich
    case askWhichByNumberAlone
    case askTheRestaurant(url: String)
    case lookThere(url: String)
    /// What the account has is told beside it; nothing at all where `isNone`.
    case chooseUpcoming(isNone: Bool)
    case callInAMinute
    /// `orOthers`: the reservations beside it may be meant too.
    case waitUntilListed(url: String, orOthers: Bool)
}
